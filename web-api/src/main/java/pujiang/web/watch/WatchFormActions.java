package pujiang.web.watch;

import pujiang.web.page.FormAction;

/** Actions of the post-trade forms. */
final class WatchFormActions {

    static final FormAction SETTLE = FormAction.of("settle", "resolution");
    static final FormAction REPORT = FormAction.grave("report", "incidents");
    static final FormAction REPURPOSE = FormAction.grave("repurpose", "purpose-change");

    private WatchFormActions() {}
}
