package pujiang.web.explanation;

import org.jspecify.annotations.Nullable;
import pujiang.app.explanation.RuleView;
import pujiang.web.decision.DecisionBadges;
import pujiang.web.page.Badge;

/**
 * A rule and its result.
 *
 * @param badge null for a rule that did not fire
 */
public record ShownRule(RuleView rule, @Nullable Badge badge) {

    public static ShownRule of(RuleView rule) {
        return new ShownRule(rule, rule.effect() == null ? null : DecisionBadges.of(rule.effect()));
    }
}
