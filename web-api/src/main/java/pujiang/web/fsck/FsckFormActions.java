package pujiang.web.fsck;

import pujiang.web.page.FormAction;

/** Actions of the page of the check. */
final class FsckFormActions {

    static final FormAction CHECK = FormAction.calm("check", "run");

    private FsckFormActions() {}
}
