package pujiang.watch;

import org.axonframework.serialization.Revision;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.Decision;
import pujiang.compliance.Outcome;
import pujiang.compliance.Verdict;
import pujiang.trade.Agreement;
import pujiang.trade.TradeId;

/** The results of evaluating the rules after a trade. */
public sealed interface WatchEvent {

    TradeId trade();

    /** The first decision at the post-trade gate, or one that differs from the last. */
    @Revision("2")
    record AfterwardsJudged(TradeId trade, Agreement agreement, Decision decision) implements WatchEvent {

        /** Whether it requires an officer: by its verdict, or by one rule in addition to the certain ones. */
        public boolean leavesOpen() {
            return decision.verdict() == Verdict.REQUIRE_REVIEW
                    || !decision.missing().isEmpty()
                    || decision.findings().stream().anyMatch(found -> found.outcome() == Outcome.REQUIRE_REVIEW);
        }
    }

    /**
     * An officer has resolved a finding that the rules left open and recorded the result. The decision is no longer
     * open.
     *
     * @param decision digest of the decision
     */
    @Revision("1")
    record AfterwardsResolved(TradeId trade, String decision, Lifting lifting) implements WatchEvent {}

    /** A party or the operator has reported a security incident, or its present state. */
    @Revision("1")
    record IncidentReported(TradeId trade, IncidentReport report) implements WatchEvent {}

    /**
     * The buyer uses the data for another purpose, or in another way, than agreed.
     *
     * @param purpose the new one, in its words
     */
    @Revision("1")
    record PurposeChanged(TradeId trade, String purpose) implements WatchEvent {}
}
