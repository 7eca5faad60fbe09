package pujiang.trade;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import pujiang.compliance.FactSheet;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.FileHandover;

/**
 * The commands of a trade. Where rules are evaluated, the known facts of the parties and the product are included. The
 * commands of its reviews are a separate family.
 */
public sealed interface TradeCommand
        permits ReviewCommand,
                TradeCommand.PlaceOrder,
                TradeCommand.Cancel,
                TradeCommand.Stop,
                TradeCommand.Deliver,
                TradeCommand.Collect,
                TradeCommand.Accept,
                TradeCommand.Dispute,
                TradeCommand.Resolve,
                TradeCommand.EndWait {

    TradeId trade();

    record PlaceOrder(@TargetAggregateIdentifier TradeId trade, Agreement agreement, FactSheet known)
            implements TradeCommand {

        /** The terms were checked when they were offered, and may be older than the bounds. */
        public PlaceOrder {
            agreement.use().facts().mustBeInRange("use.statement");
        }
    }

    record Cancel(@TargetAggregateIdentifier TradeId trade, String reason) implements TradeCommand {}

    /** Stops a trade that has lost its ground before delivery, regardless of an officer's claim. */
    record Stop(@TargetAggregateIdentifier TradeId trade, String reason) implements TradeCommand {}

    record Deliver(@TargetAggregateIdentifier TradeId trade, Handover handover, FactSheet known)
            implements TradeCommand {

        public Deliver {
            handover.file().ifPresent(FileHandover::checkName);
        }
    }

    /** The buyer has begun to download the data through a link. */
    record Collect(@TargetAggregateIdentifier TradeId trade, String link) implements TradeCommand {}

    record Accept(@TargetAggregateIdentifier TradeId trade) implements TradeCommand {}

    record Dispute(@TargetAggregateIdentifier TradeId trade, String reason) implements TradeCommand {}

    /** The operator decides a dispute. */
    record Resolve(@TargetAggregateIdentifier TradeId trade, Resolution resolution, String ground)
            implements TradeCommand {}

    /** Time has passed: a waiting state past its deadline ends. */
    record EndWait(@TargetAggregateIdentifier TradeId trade) implements TradeCommand {}

    enum Resolution {
        REFUND_BUYER,
        PAY_VENDOR
    }
}
