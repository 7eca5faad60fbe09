package pujiang.web.fsck;

import pujiang.web.page.FormAction;

/** What the page of the check does. */
final class FsckFormActions {

    static final FormAction CHECK = FormAction.calm("check", "run");

    private FsckFormActions() {}
}
