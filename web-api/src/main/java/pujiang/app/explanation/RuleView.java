package pujiang.app.explanation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.Audience;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Decision;
import pujiang.compliance.Outcome;
import pujiang.law.ExplainedRule;

/**
 * An evaluated rule.
 *
 * @param to the last day in force, or null while it is
 * @param outcome of the rule if its condition holds
 * @param effect its outcome here; null if it did not fire
 * @param condition null if the rule did not fire and the reader is a party: it would reveal statements of others
 * @param file of the rule in the rule book
 */
public record RuleView(
        String rule,
        Bilingual title,
        Bilingual instrument,
        String article,
        LocalDate from,
        @Nullable LocalDate to,
        Outcome outcome,
        @Nullable Outcome effect,
        @Nullable ConditionView condition,
        Bilingual remedy,
        String file) {

    public static RuleView of(Decision decision, ExplainedRule explainedRule, Audience reader) {
        var rule = explainedRule.rule();
        return new RuleView(
                rule.id(),
                rule.title(),
                rule.instrument().name(),
                rule.article(),
                rule.from(),
                rule.to(),
                explainedRule.outcome(),
                explainedRule.effect(),
                reader.staff() || explainedRule.effect() != null
                        ? ConditionView.of(decision, explainedRule.condition(), reader)
                        : null,
                rule.remedy(),
                rule.file());
    }
}
