package pujiang.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.web.decision.DecisionView;
import pujiang.web.decision.FindingView;
import pujiang.web.quote.MissingFact;

/**
 * A decision as a page tells it: what was found, by which article, on which facts, and what would change it.
 *
 * @param explained the address of the page that tells the rest; null if there is none
 */
record Judgement(
        DecisionView decision,
        @Nullable String explained,
        Badge badge,
        List<Found> findings,
        List<MissingFact> missing) {

    static Judgement of(DecisionView decision) {
        return of(decision, null);
    }

    static Judgement of(DecisionView decision, @Nullable String explained) {
        return of(decision, explained, Badge.of(decision.decision()));
    }

    /** @param badge what came of it, where more is known than the law's answer */
    static Judgement of(DecisionView decision, @Nullable String explained, Badge badge) {
        return new Judgement(
                decision,
                explained,
                badge,
                decision.findings().stream().map(Found::of).toList(),
                decision.missing().stream().map(MissingFact::named).toList());
    }

    /** @param conditions in the order in which the rule states them */
    record Found(FindingView finding, Badge badge, List<Seen> conditions) {

        static Found of(FindingView finding) {
            var seen = finding.conditions().stream().map(Seen::of).toList();
            return new Found(finding, Badge.of(finding.outcome()), seen);
        }
    }

    /** @param meaning null for a fact that a newer dictionary no longer has */
    record Seen(FindingView.Seen condition, @Nullable Bilingual meaning) {

        static Seen of(FindingView.Seen condition) {
            return new Seen(
                    condition,
                    FactDictionary.named(condition.fact()).map(Fact::words).orElse(null));
        }
    }
}
