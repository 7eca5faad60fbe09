package pujiang.watch;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.FactSheet;
import pujiang.refusal.Days;
import pujiang.trade.Agreement;
import pujiang.trade.TradeId;

/** The commands of the watch over a trade. */
public sealed interface WatchCommand {

    TradeId trade();

    /** @param known facts from the present files of the parties and the product */
    record AskAfterwards(@TargetAggregateIdentifier TradeId trade, Agreement agreement, FactSheet known)
            implements WatchCommand {}

    /**
     * An officer resolves a finding that the rules left open.
     *
     * @param decision digest of the reviewed decision
     */
    record Resolve(@TargetAggregateIdentifier TradeId trade, String decision, Lifting lifting)
            implements WatchCommand {}

    /**
     * A party or the operator reports a security incident, or its present state.
     *
     * @param known as with {@link AskAfterwards}
     * @param delivered when the data was handed over
     */
    record ReportIncident(
            @TargetAggregateIdentifier TradeId trade,
            Agreement agreement,
            FactSheet known,
            Instant delivered,
            IncidentReport report)
            implements WatchCommand {

        public ReportIncident {
            Days.check("since", report.since());
        }
    }

    /**
     * The buyer declares a use of the data that differs from the agreed use.
     *
     * @param known as with {@link AskAfterwards}
     */
    record ChangePurpose(@TargetAggregateIdentifier TradeId trade, Agreement agreement, FactSheet known, String purpose)
            implements WatchCommand {}
}
