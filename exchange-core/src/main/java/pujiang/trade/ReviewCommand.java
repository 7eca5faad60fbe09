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

/** The commands in the review of a held order or delivery. */
public sealed interface ReviewCommand extends TradeCommand {

    /**
     * Approves a held order or delivery. The rules are evaluated again, and a denial cannot be approved.
     *
     * @param read digest of the decision that the officer has read
     * @param frozen officers whose pending support does not count
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

    /** An officer claims a review; a repeated claim extends it. */
    record Claim(@TargetAggregateIdentifier TradeId trade, String officer) implements ReviewCommand {}

    record Release(@TargetAggregateIdentifier TradeId trade, String officer) implements ReviewCommand {}

    record RequestDocument(@TargetAggregateIdentifier TradeId trade, String officer, RequestedEvidence asking)
            implements ReviewCommand {}

    /** An officer withdraws the request for a document. */
    record WithdrawRequest(@TargetAggregateIdentifier TradeId trade, int number, String officer, String reason)
            implements ReviewCommand {}

    /**
     * A party submits a document; the rules are evaluated again at once.
     *
     * @param number of the request
     * @param facts the facts that the document proves
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

    /** @param statement of the buyer about its use, with facts that it has not stated before */
    record StateUse(@TargetAggregateIdentifier TradeId trade, FactSheet statement, FactSheet known)
            implements ReviewCommand {

        public StateUse {
            if (statement.stated().isEmpty()) {
                throw Invalid.at("statement", "list.empty", "must state at least one fact");
            }
            FactProvenance.check("statement", statement, StatementChannel.USE);
        }
    }

    /** The known facts about parties or product have changed; the rules are evaluated again during a review. */
    record AskAgain(@TargetAggregateIdentifier TradeId trade, FactSheet known) implements ReviewCommand {}

    /**
     * Revokes an exception.
     *
     * @param exception number of the event within the trade that granted it
     */
    record RevokeException(@TargetAggregateIdentifier TradeId trade, long exception, String officer, String ground)
            implements ReviewCommand {}
}
