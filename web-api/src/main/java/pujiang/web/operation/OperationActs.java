package pujiang.web.operation;

import pujiang.web.page.Act;

/** What operators do about the exchange's own work. */
final class OperationActs {

    static final Act RETRY = Act.of("retry", "retry");
    static final Act DISCARD = Act.grave("discard", "discard");
    static final Act ACKNOWLEDGE = Act.of("acknowledge", "acknowledgement");

    private OperationActs() {}
}
