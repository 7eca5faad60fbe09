package pujiang.web.obligation;

import pujiang.web.page.Act;

/** What the forms about an obligation do. */
final class ObligationActs {

    static final Act PROVE = Act.of("prove", "proof");
    static final Act DISCHARGE = Act.of("discharge", "discharge");
    static final Act REJECT = Act.grave("reject", "rejection");

    private ObligationActs() {}
}
