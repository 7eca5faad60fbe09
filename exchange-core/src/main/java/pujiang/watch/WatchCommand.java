package pujiang.watch;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.FactSheet;
import pujiang.refusal.Days;
import pujiang.trade.Agreement;
import pujiang.trade.TradeId;

/** What can be asked of the watch over a trade. */
public sealed interface WatchCommand {

    TradeId trade();

    /** @param known what the files of the parties and of the product say now */
    record AskAfterwards(@TargetAggregateIdentifier TradeId trade, Agreement agreement, FactSheet known)
            implements WatchCommand {}

    /**
     * An officer has looked at what the law left open.
     *
     * @param decision digest of the answer that was looked at
     */
    record Resolve(@TargetAggregateIdentifier TradeId trade, String decision, Lifting lifting)
            implements WatchCommand {}

    /**
     * Somebody tells of a security incident, or how one stands now.
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
     * The buyer declares that it uses the data otherwise than was agreed.
     *
     * @param known as with {@link AskAfterwards}
     */
    record ChangePurpose(@TargetAggregateIdentifier TradeId trade, Agreement agreement, FactSheet known, String purpose)
            implements WatchCommand {}
}
