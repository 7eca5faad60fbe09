package pujiang.app.operation;

import pujiang.refusal.Refusal;

/** Why a request about the exchange's own work is turned away. */
public sealed interface OperationRefusal extends Refusal {

    /** It is not parked or does not fail, or not any more. */
    record Unknown(String what) implements OperationRefusal {}

    /** Others of its aggregate come before it. */
    record Behind(String event) implements OperationRefusal {}
}
