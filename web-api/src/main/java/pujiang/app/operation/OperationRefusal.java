package pujiang.app.operation;

import pujiang.refusal.Refusal;

/** Reasons to refuse a request about the exchange's own work. */
public sealed interface OperationRefusal extends Refusal {

    /** It is not parked or failing, or no longer. */
    record Unknown(String what) implements OperationRefusal {}

    /** Others of its aggregate come before it. */
    record Behind(String event) implements OperationRefusal {}
}
