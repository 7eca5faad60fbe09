package pujiang.trade;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.delivery.Content;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;

/** The events of the review of a held order or delivery, and of the exceptions granted there. */
public sealed interface ReviewEvent extends TradeEvent {

    /** One officer approves, and a second approval is required: see {@link FourEyes}. */
    @Revision("2")
    record ReviewSupported(TradeId trade, Lifting lifting, Decision decision) implements ReviewEvent {}

    /** An officer has claimed the review; until then no other officer decides. */
    @Revision("1")
    record ReviewClaimed(TradeId trade, String officer, Instant until) implements ReviewEvent {}

    /** The officer has released the claim. */
    @Revision("1")
    record ReviewReleased(TradeId trade) implements ReviewEvent {}

    /** Not decided in time. It is shown before all others until the due instant, and then lapses. */
    @Revision("1")
    record ReviewEscalated(TradeId trade, Instant due) implements ReviewEvent {}

    /** An approval that also covers later reviews, for a time. */
    @Revision("1")
    record ExceptionGranted(TradeId trade, ListingId listing, ParticipantId buyer, Waiver waiver)
            implements ReviewEvent {

        static ExceptionGranted of(TradeId trade, Agreement agreement, Waiver waiver) {
            return new ExceptionGranted(trade, agreement.listing(), agreement.buyer(), waiver);
        }
    }

    /**
     * An exception no longer applies; trades approved under it keep their decision.
     *
     * @param exception number of the event within the trade that granted it
     */
    @Revision("1")
    record ExceptionRevoked(TradeId trade, long exception, String officer, String ground) implements ReviewEvent {}

    /**
     * A document is requested from a party.
     *
     * @param number counts from 1 within the trade
     */
    @Revision("1")
    record DocumentRequested(TradeId trade, int number, RequestedEvidence asking) implements ReviewEvent {}

    /** The request for the document is withdrawn, and the review continues without it. */
    @Revision("1")
    record DocumentRequestWithdrawn(TradeId trade, int number, TradeParty side, String reason) implements ReviewEvent {}

    /** A party has submitted the document and stated the facts that it proves. */
    @Revision("1")
    record DocumentProvided(TradeId trade, int number, TradeParty side, Content content, FactSheet facts)
            implements ReviewEvent {}

    /** The buyer has made further statements about its use during a review. */
    @Revision("1")
    record UseStated(TradeId trade, FactSheet statement) implements ReviewEvent {}

    /** The rules were evaluated again on a new document or statement; a review is still required. */
    @Revision("2")
    record ReviewContinued(TradeId trade, Decision decision) implements ReviewEvent {}

    /**
     * An officer approved, but the result or the facts have changed since that officer read them. Earlier approvals
     * lapse, and the new decision is under review.
     *
     * @param read digest of the decision that the officer had read
     * @param supporter the first of two, whose support lapses; null if there was none
     */
    @Revision("2")
    record AnswerChanged(TradeId trade, String read, @Nullable String supporter, Decision decision)
            implements ReviewEvent {}

    /** An officer rejected the held order or delivery. */
    @Revision("1")
    record ReviewRejected(TradeId trade, String reason) implements ReviewEvent {}
}
