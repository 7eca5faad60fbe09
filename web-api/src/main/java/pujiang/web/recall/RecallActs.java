package pujiang.web.recall;

import pujiang.web.page.Act;

/** What the forms about recalls do. */
final class RecallActs {

    static final Act RECALL = Act.of("recall", "filing");
    static final Act STAGE = Act.of("stage", "plan");
    static final Act CONFIRM = Act.of("confirm", "confirmation");
    static final Act DROP = Act.grave("drop", "withdrawal");

    private RecallActs() {}
}
