package pujiang.web.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.DecisionView;
import pujiang.app.decision.FindingView;
import pujiang.app.quote.MissingFact;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.Verdict;
import pujiang.web.page.Badge;

/**
 * A decision as a page tells it: what was found, by which article, on which facts, and what would change it.
 *
 * @param explained the address of the page that tells the rest; null if there is none
 * @param fixed where that page says what would make it pass; null if it has passed
 */
public record DecisionSummary(
        DecisionView decision,
        @Nullable String explained,
        @Nullable String fixed,
        Badge badge,
        List<Found> findings,
        List<MissingFact> missing) {

    public static DecisionSummary of(DecisionView decision) {
        return of(decision, null);
    }

    public static DecisionSummary of(DecisionView decision, @Nullable String explained) {
        return of(decision, explained, DecisionBadges.of(decision.decision()), false);
    }

    /**
     * An answer that may have been settled.
     *
     * @param waits whether what it is about still waits for an officer
     * @param passed whether an officer let it pass, if one had to look
     */
    public static DecisionSummary of(DecisionView decision, String explained, boolean waits, boolean passed) {
        var reviewed = decision.decision() == Verdict.REQUIRE_REVIEW && !waits;
        if (!reviewed) return of(decision, explained);
        return of(decision, explained, passed ? DecisionBadges.LIFTED : DecisionBadges.REVIEWED, passed);
    }

    /**
     * @param badge what came of it, where more is known than the law's answer
     * @param lifted whether an officer let it pass all the same, so that nothing has to be mended any more
     */
    public static DecisionSummary of(DecisionView decision, @Nullable String explained, Badge badge, boolean lifted) {
        var passes = lifted || decision.decision().compareTo(Verdict.REQUIRE_REVIEW) < 0;
        return new DecisionSummary(
                decision,
                explained,
                explained == null || passes ? null : explained + "#fix",
                badge,
                decision.findings().stream().map(Found::of).toList(),
                decision.missing().stream().map(MissingFact::named).toList());
    }

    /** @param conditions in the order in which the rule states them */
    public record Found(FindingView finding, Badge badge, List<Seen> conditions) {

        static Found of(FindingView finding) {
            var seen = finding.conditions().stream().map(Seen::of).toList();
            return new Found(finding, DecisionBadges.of(finding.outcome()), seen);
        }
    }

    /** @param meaning null for a fact that a newer dictionary no longer has */
    public record Seen(FindingView.Seen condition, @Nullable Bilingual meaning) {

        static Seen of(FindingView.Seen condition) {
            return new Seen(
                    condition,
                    FactDictionary.named(condition.fact()).map(Fact::words).orElse(null));
        }
    }
}
