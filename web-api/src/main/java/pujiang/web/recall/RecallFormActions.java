package pujiang.web.recall;

import pujiang.web.page.FormAction;

/** Actions of the forms about recalls. */
final class RecallFormActions {

    static final FormAction RECALL = FormAction.of("recall", "filing");
    static final FormAction STAGE = FormAction.of("stage", "plan");
    static final FormAction CONFIRM = FormAction.of("confirm", "confirmation");
    static final FormAction DROP = FormAction.grave("drop", "withdrawal");

    private RecallFormActions() {}
}
