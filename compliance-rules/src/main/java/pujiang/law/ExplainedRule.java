package pujiang.law;

import org.jspecify.annotations.Nullable;
import pujiang.compliance.Condition;
import pujiang.compliance.Outcome;

/**
 * A rule that was evaluated, whether it fired or not.
 *
 * @param outcome the rule's outcome if its condition holds
 * @param effect its outcome here; null if it did not fire
 * @param condition complete, with every part evaluated
 */
public record ExplainedRule(Rule rule, Outcome outcome, @Nullable Outcome effect, Condition condition) {}
