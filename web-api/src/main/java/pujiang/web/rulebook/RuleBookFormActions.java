package pujiang.web.rulebook;

import pujiang.web.page.FormAction;

/** Actions of the forms about drafts of the rule book. */
final class RuleBookFormActions {

    static final FormAction REPLAY = FormAction.calm("replay", "replays");
    static final FormAction ACTIVATE = FormAction.of("activate", "activation");

    private RuleBookFormActions() {}
}
