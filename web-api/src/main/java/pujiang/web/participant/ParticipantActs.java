package pujiang.web.participant;

import pujiang.web.page.Act;

/** What the forms about a participant's file do. */
final class ParticipantActs {

    static final Act VERIFY = Act.of("verify", "verification");
    static final Act REJECT = Act.grave("reject", "rejection");
    static final Act SUSPEND = Act.grave("suspend", "suspension");
    static final Act REINSTATE = Act.of("reinstate", "reinstatement");

    private ParticipantActs() {}
}
