package pujiang.trade;

import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.FactProvenance;
import pujiang.compliance.FactSheet;
import pujiang.compliance.StatementChannel;
import pujiang.delivery.Content;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Invalid;

/** What can be asked in the review of a held order or delivery. */
public sealed interface ReviewCommand extends TradeCommand {

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
            implements ReviewCommand {

        public Approve {
            frozen = Set.copyOf(frozen);
        }
    }

    record Reject(@TargetAggregateIdentifier TradeId trade, String officer, String reason) implements ReviewCommand {}

    /** An officer takes a review on; the same again makes the claim last longer. */
    record Claim(@TargetAggregateIdentifier TradeId trade, String officer) implements ReviewCommand {}

    record Release(@TargetAggregateIdentifier TradeId trade, String officer) implements ReviewCommand {}

    record RequestDocument(@TargetAggregateIdentifier TradeId trade, String officer, RequestedEvidence asking)
            implements ReviewCommand {}

    /** An officer no longer wants the document that was asked for. */
    record WithdrawRequest(@TargetAggregateIdentifier TradeId trade, int number, String officer, String reason)
            implements ReviewCommand {}

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
            implements ReviewCommand {

        public ProvideDocument {
            facts.mustBeInRange("facts");
        }
    }

    /** @param statement what the buyer says of its use: nothing that it has said before */
    record StateUse(@TargetAggregateIdentifier TradeId trade, FactSheet statement, FactSheet known)
            implements ReviewCommand {

        public StateUse {
            if (statement.stated().isEmpty()) {
                throw Invalid.at("statement", "list.empty", "must state at least one fact");
            }
            FactProvenance.check("statement", statement, StatementChannel.USE);
        }
    }

    /** What is known of the parties or the product has changed, and the law is asked about it where an officer must look. */
    record AskAgain(@TargetAggregateIdentifier TradeId trade, FactSheet known) implements ReviewCommand {}

    /**
     * An officer takes an exception back.
     *
     * @param exception number of the event within the trade that granted it
     */
    record RevokeException(@TargetAggregateIdentifier TradeId trade, long exception, String officer, String ground)
            implements ReviewCommand {}
}
