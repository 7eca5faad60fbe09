package pujiang.recall;

import pujiang.refusal.Refusal;

/** The reasons for refusing a request about a recall, in order of precedence. */
public sealed interface RecallRefusal extends Refusal {

    /** The id is taken by a recall with another subject. */
    record AlreadyFiled(RecallId recall) implements RecallRefusal {}

    record Unknown(RecallId recall) implements RecallRefusal {}

    /** The state does not allow the action. */
    record WrongState(RecallId recall, String state, String needed) implements RecallRefusal {}

    /** The confirmed plan is not the staged plan, or the affected items have changed. */
    record PlanChanged(RecallId recall, String given, String current) implements RecallRefusal {}
}
