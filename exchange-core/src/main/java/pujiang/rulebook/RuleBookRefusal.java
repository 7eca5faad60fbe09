package pujiang.rulebook;

import pujiang.refusal.Refusal;

/** Why a rule book is not brought into force, in order of precedence. */
public sealed interface RuleBookRefusal extends Refusal {

    /** Who wrote any of it may not bring it into force. */
    record SecondPersonNeeded(DraftId draft) implements RuleBookRefusal {}

    record AlreadyInForce(String book) implements RuleBookRefusal {}

    /** The report compares the draft with a book that is no longer in force. */
    record Superseded(String replaces, String inForce) implements RuleBookRefusal {}
}
