package pujiang.trade;

import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Standing;
import pujiang.compliance.Step;
import pujiang.delivery.Content;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.FileHandover;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Invalid;

/** What can be asked of a trade. Where the law is asked, the known facts of the parties and the product come along. */
public sealed interface TradeCommand {

    TradeId trade();

    record PlaceOrder(@TargetAggregateIdentifier TradeId trade, Agreement agreement, FactSheet known)
            implements TradeCommand {

        /** The terms were guarded when they were offered, and may be older than the bounds. */
        public PlaceOrder {
            agreement.use().facts().mustBeInRange("use.statement");
        }
    }

    /**
     * An officer lets a held order or delivery pass; the law is asked once more, and a denial still stands.
     *
     * @param read digest of the law's answer that the officer has read
     * @param frozen officers whose word on what is pending does not count
     */
    record Approve(
            @TargetAggregateIdentifier TradeId trade,
            String read,
            Lifting lifting,
            FactSheet known,
            Optional<Waiver.Wish> exception,
            Set<String> frozen)
            implements TradeCommand {

        public Approve {
            frozen = Set.copyOf(frozen);
        }
    }

    record Reject(@TargetAggregateIdentifier TradeId trade, String officer, String reason) implements TradeCommand {}

    /** An officer takes a review on; the same again makes the claim last longer. */
    record Claim(@TargetAggregateIdentifier TradeId trade, String officer) implements TradeCommand {}

    record Release(@TargetAggregateIdentifier TradeId trade, String officer) implements TradeCommand {}

    record RequestDocument(@TargetAggregateIdentifier TradeId trade, String officer, Asking asking)
            implements TradeCommand {}

    /** An officer no longer wants the document that was asked for. */
    record WithdrawRequest(@TargetAggregateIdentifier TradeId trade, int number, String officer, String reason)
            implements TradeCommand {}

    /**
     * A party answers; the law is asked again on the spot.
     *
     * @param number of the request
     * @param facts what the document proves
     */
    record ProvideDocument(
            @TargetAggregateIdentifier TradeId trade,
            int number,
            ParticipantId by,
            Content content,
            FactSheet facts,
            FactSheet known)
            implements TradeCommand {

        public ProvideDocument {
            facts.mustBeInRange("facts");
        }
    }

    /** @param statement what the buyer says of its use: nothing that it has said before */
    record StateUse(@TargetAggregateIdentifier TradeId trade, FactSheet statement, FactSheet known)
            implements TradeCommand {

        public StateUse {
            if (statement.stated().isEmpty()) {
                throw Invalid.at("statement", "list.empty", "must state at least one fact");
            }
            Standing.check("statement", statement, Step.USE);
        }
    }

    /** What is known of the parties or the product has changed, and the law is asked about it where an officer must look. */
    record AskAgain(@TargetAggregateIdentifier TradeId trade, FactSheet known) implements TradeCommand {}

    /**
     * An officer takes an exception back.
     *
     * @param exception number of the event within the trade that granted it
     */
    record RevokeException(@TargetAggregateIdentifier TradeId trade, long exception, String officer, String ground)
            implements TradeCommand {}

    record Cancel(@TargetAggregateIdentifier TradeId trade, String reason) implements TradeCommand {}

    /** The exchange stops what is not yet delivered and has lost its ground; no officer's claim stands against that. */
    record Stop(@TargetAggregateIdentifier TradeId trade, String reason) implements TradeCommand {}

    record Deliver(@TargetAggregateIdentifier TradeId trade, Handover handover, FactSheet known)
            implements TradeCommand {

        public Deliver {
            handover.file().ifPresent(FileHandover::checkName);
        }
    }

    /** The buyer has begun to fetch the data through a link. */
    record Collect(@TargetAggregateIdentifier TradeId trade, String link) implements TradeCommand {}

    record Accept(@TargetAggregateIdentifier TradeId trade) implements TradeCommand {}

    record Dispute(@TargetAggregateIdentifier TradeId trade, String reason) implements TradeCommand {}

    /** The operator decides a dispute. */
    record Resolve(@TargetAggregateIdentifier TradeId trade, Resolution resolution, String ground)
            implements TradeCommand {}

    /** Time has passed: a waiting state whose instant has come ends as it must. */
    record EndWait(@TargetAggregateIdentifier TradeId trade) implements TradeCommand {}

    enum Resolution {
        REFUND_BUYER,
        PAY_VENDOR
    }
}
