package pujiang.web.watch;

import pujiang.web.page.Act;

/** What the forms about a trade's time afterwards do. */
final class WatchActs {

    static final Act SETTLE = Act.of("settle", "resolution");
    static final Act REPORT = Act.grave("report", "incidents");
    static final Act REPURPOSE = Act.grave("repurpose", "purpose-change");

    private WatchActs() {}
}
