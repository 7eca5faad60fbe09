package pujiang.app.explanation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.Audience;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Decision;
import pujiang.compliance.Outcome;
import pujiang.law.ExplainedRule;

/**
 * A rule that was asked.
 *
 * @param to the last day in force, or null while it is
 * @param outcome what it asks for if its condition holds
 * @param effect what it asked for here; null if it stayed silent
 * @param condition null where a rule stayed silent and the reader is a party: it would tell what others have stated
 * @param file where the rule is written, in the rule book
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
