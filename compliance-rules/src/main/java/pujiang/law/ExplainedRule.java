package pujiang.law;

import org.jspecify.annotations.Nullable;
import pujiang.compliance.Condition;
import pujiang.compliance.Outcome;

/**
 * A rule that was asked, whether it fired or not.
 *
 * @param outcome what the rule asks for if its condition holds
 * @param effect what it asked for here; null if it stayed silent
 * @param condition whole, with every part evaluated
 */
public record ExplainedRule(Rule rule, Outcome outcome, @Nullable Outcome effect, Condition condition) {}
