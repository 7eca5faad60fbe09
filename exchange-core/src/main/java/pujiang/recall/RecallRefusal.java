package pujiang.recall;

import pujiang.refusal.Refusal;

/** Why a request about a recall is turned away, in order of precedence. */
public sealed interface RecallRefusal extends Refusal {

    /** The id is taken by a recall of something else. */
    record AlreadyFiled(RecallId recall) implements RecallRefusal {}

    record Unknown(RecallId recall) implements RecallRefusal {}

    /** The state does not allow the action. */
    record WrongState(RecallId recall, String state, String needed) implements RecallRefusal {}

    /** What was confirmed is not the plan that is staged, or no longer what is affected. */
    record PlanChanged(RecallId recall, String given, String current) implements RecallRefusal {}
}
