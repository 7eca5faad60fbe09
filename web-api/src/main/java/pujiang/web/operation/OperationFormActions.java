package pujiang.web.operation;

import pujiang.web.page.FormAction;

/** Acts of operators on the exchange's own work. */
final class OperationFormActions {

    static final FormAction RETRY = FormAction.of("retry", "retry");
    static final FormAction DISCARD = FormAction.grave("discard", "discard");
    static final FormAction ACKNOWLEDGE = FormAction.of("acknowledge", "acknowledgement");

    private OperationFormActions() {}
}
