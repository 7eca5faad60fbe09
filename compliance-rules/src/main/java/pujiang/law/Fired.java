package pujiang.law;

import pujiang.compliance.Condition;
import pujiang.compliance.Outcome;

/**
 * A rule that cannot be ruled out.
 *
 * @param rule the rule's id
 * @param outcome what the rule asks for if the condition holds; while it is undecided an officer must look
 */
public record Fired(String rule, Outcome outcome, Condition condition) {

    /** Cheap on purpose: truth maintenance hashes every firing, and a tree of observations is deep. */
    @Override
    public int hashCode() {
        return rule.hashCode();
    }

    /** META-1: what is undecided goes to an officer, never through. */
    Outcome effect() {
        return condition.certain() ? outcome : Outcome.REQUIRE_REVIEW;
    }
}
