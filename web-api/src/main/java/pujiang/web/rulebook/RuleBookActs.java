package pujiang.web.rulebook;

import pujiang.web.page.Act;

/** What the forms about drafts of the rule book do. */
final class RuleBookActs {

    static final Act REPLAY = Act.calm("replay", "replays");
    static final Act ACTIVATE = Act.of("activate", "activation");

    private RuleBookActs() {}
}
