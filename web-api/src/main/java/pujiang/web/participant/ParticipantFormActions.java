package pujiang.web.participant;

import pujiang.web.page.FormAction;

/** Actions of the forms about a participant's file. */
final class ParticipantFormActions {

    static final FormAction VERIFY = FormAction.of("verify", "verification");
    static final FormAction REJECT = FormAction.grave("reject", "rejection");
    static final FormAction SUSPEND = FormAction.grave("suspend", "suspension");
    static final FormAction REINSTATE = FormAction.of("reinstate", "reinstatement");

    private ParticipantFormActions() {}
}
