package pujiang.web.obligation;

import pujiang.web.page.FormAction;

/** Actions of the forms about an obligation. */
final class ObligationFormActions {

    static final FormAction PROVE = FormAction.of("prove", "proof");
    static final FormAction DISCHARGE = FormAction.of("discharge", "discharge");
    static final FormAction REJECT = FormAction.grave("reject", "rejection");

    private ObligationFormActions() {}
}
