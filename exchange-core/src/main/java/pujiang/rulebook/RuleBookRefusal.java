package pujiang.rulebook;

import pujiang.refusal.Refusal;

/** The reasons for refusing to activate a rule book, in order of precedence. */
public sealed interface RuleBookRefusal extends Refusal {

    /** An author of the draft cannot activate it. */
    record SecondPersonNeeded(DraftId draft) implements RuleBookRefusal {}

    record AlreadyInForce(String book) implements RuleBookRefusal {}

    /** The report compares the draft with a rule book that is no longer in force. */
    record Superseded(String replaces, String inForce) implements RuleBookRefusal {}
}
