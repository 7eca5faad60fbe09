package pujiang.watch;

import org.axonframework.serialization.Revision;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.Decision;
import pujiang.compliance.Outcome;
import pujiang.compliance.Verdict;
import pujiang.trade.Agreement;
import pujiang.trade.TradeId;

/** What came of asking after a trade. */
public sealed interface WatchEvent {

    TradeId trade();

    /** The law's first answer at the gate after the trade, or one that is not the one before. */
    @Revision("2")
    record AfterwardsJudged(TradeId trade, Agreement agreement, Decision decision) implements WatchEvent {

        /** Whether it leaves something to an officer: a verdict, or one rule beside what is certain. */
        public boolean leavesOpen() {
            return decision.verdict() == Verdict.REQUIRE_REVIEW
                    || !decision.missing().isEmpty()
                    || decision.findings().stream().anyMatch(found -> found.outcome() == Outcome.REQUIRE_REVIEW);
        }
    }

    /**
     * An officer has looked at what the law left open, and says what came of it; that answer waits for nobody any more.
     *
     * @param decision digest of the answer
     */
    @Revision("1")
    record AfterwardsResolved(TradeId trade, String decision, Lifting lifting) implements WatchEvent {}

    /** Somebody has told the exchange of a security incident, or how one that it was told of stands now. */
    @Revision("1")
    record IncidentReported(TradeId trade, IncidentReport report) implements WatchEvent {}

    /**
     * The buyer uses the data for something else, or in another way, than was agreed.
     *
     * @param purpose the new one, in its words
     */
    @Revision("1")
    record PurposeChanged(TradeId trade, String purpose) implements WatchEvent {}
}
