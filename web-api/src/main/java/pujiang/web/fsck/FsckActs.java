package pujiang.web.fsck;

import pujiang.web.page.Act;

/** What the page of the check does. */
final class FsckActs {

    static final Act CHECK = Act.calm("check", "run");

    private FsckActs() {}
}
