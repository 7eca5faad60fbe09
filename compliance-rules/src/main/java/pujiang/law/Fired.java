package pujiang.law;

import pujiang.compliance.Condition;
import pujiang.compliance.Outcome;

/**
 * A rule that cannot be ruled out.
 *
 * @param rule the rule's id
 * @param outcome the rule's outcome if the condition holds; while it is undecided an officer must review
 */
public record Fired(String rule, Outcome outcome, Condition condition) {

    /** Deliberately cheap: truth maintenance hashes every firing, and a tree of observations is deep. */
    @Override
    public int hashCode() {
        return rule.hashCode();
    }

    /** META-1: an undecided condition requires an officer and never allows. */
    Outcome effect() {
        return condition.certain() ? outcome : Outcome.REQUIRE_REVIEW;
    }
}
