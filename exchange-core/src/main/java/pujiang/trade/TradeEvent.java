package pujiang.trade;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Clearance;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.delivery.Content;
import pujiang.delivery.Handover;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;

/** What happened to a trade. A trade that came to nothing is a trade too: it can be opened and read. */
public sealed interface TradeEvent {

    TradeId trade();

    /** The law does not let the order pass. */
    @Revision("2")
    record OrderRefused(TradeId trade, Agreement proposed, Decision decision) implements TradeEvent {}

    /** Waits for a compliance officer until the due instant; nothing is reserved yet. */
    @Revision("2")
    record OrderHeld(TradeId trade, Agreement proposed, Decision decision, Instant due) implements TradeEvent {}

    /** Concluded, and the price reserved. Waits for the vendor to deliver until the due instant. */
    @Revision("2")
    record TradeAgreed(TradeId trade, Agreement agreement, Decision decision, Clearance clearance, Instant due)
            implements TradeEvent {}

    /** One officer would let the held order or delivery pass, and a second must look: see {@link FourEyes}. */
    @Revision("2")
    record ReviewSupported(TradeId trade, Lifting lifting, Decision decision) implements TradeEvent {}

    /** An officer works on the held order or delivery; until then no other decides. */
    @Revision("1")
    record ReviewClaimed(TradeId trade, String officer, Instant until) implements TradeEvent {}

    /** Whoever had claimed the review has given it back. */
    @Revision("1")
    record ReviewReleased(TradeId trade) implements TradeEvent {}

    /** Nobody decided in time. It goes before all others until the due instant, and only then lapses. */
    @Revision("1")
    record ReviewEscalated(TradeId trade, Instant due) implements TradeEvent {}

    /** An approval that lets later ones pass as well, for a time. */
    @Revision("1")
    record ExceptionGranted(TradeId trade, ListingId listing, ParticipantId buyer, Waiver waiver)
            implements TradeEvent {

        static ExceptionGranted of(TradeId trade, Agreement agreement, Waiver waiver) {
            return new ExceptionGranted(trade, agreement.listing(), agreement.buyer(), waiver);
        }
    }

    /**
     * An exception counts no longer; what it has let pass has passed.
     *
     * @param exception number of the event within the trade that granted it
     */
    @Revision("1")
    record ExceptionRevoked(TradeId trade, long exception, String officer, String ground) implements TradeEvent {}

    /**
     * A party is asked for a document.
     *
     * @param number counts from 1 within the trade
     */
    @Revision("1")
    record DocumentRequested(TradeId trade, int number, Asking asking) implements TradeEvent {}

    /** The document is no longer asked for, and the review goes on without it. */
    @Revision("1")
    record DocumentRequestWithdrawn(TradeId trade, int number, Side side, String reason) implements TradeEvent {}

    /** A party has shown the document, and says what it proves. */
    @Revision("1")
    record DocumentProvided(TradeId trade, int number, Side side, Content content, FactSheet facts)
            implements TradeEvent {}

    /** The buyer has said of its use what it had not said with the order, while an officer had to look. */
    @Revision("1")
    record UseStated(TradeId trade, FactSheet statement) implements TradeEvent {}

    /** The law was asked again on a new document or statement, and an officer must still look. */
    @Revision("2")
    record ReviewContinued(TradeId trade, Decision decision) implements TradeEvent {}

    /**
     * An officer would have let it pass, but the law now answers otherwise, or on other facts, than what that officer had
     * read. What officers have said before counts no longer; the answer lies before them anew.
     *
     * @param read digest of the answer that the officer had read
     * @param supporter the first of two, whose support ends with it; null if nobody had supported it
     */
    @Revision("2")
    record AnswerChanged(TradeId trade, String read, @Nullable String supporter, Decision decision)
            implements TradeEvent {}

    /** An officer turned the held order or delivery down. */
    @Revision("1")
    record ReviewRejected(TradeId trade, String reason) implements TradeEvent {}

    @Revision("1")
    record TradeCancelled(TradeId trade, String reason) implements TradeEvent {}

    /** @param waitedFor the state that nobody ended in time */
    @Revision("1")
    record TradeLapsed(TradeId trade, String waitedFor, Instant due) implements TradeEvent {}

    /** The law does not let this delivery pass as things are now; the trade still waits for one that does. */
    @Revision("3")
    record DeliveryRefused(TradeId trade, Handover handover, Decision decision) implements TradeEvent {}

    /** Waits for a compliance officer until the due instant. */
    @Revision("4")
    record DeliveryHeld(TradeId trade, Handover handover, Decision decision, Instant due) implements TradeEvent {}

    /** The receipt is signed, so the data may be fetched. Waits for the buyer until the due instant. */
    @Revision("4")
    record DeliveryMade(
            TradeId trade, Handover handover, Decision decision, Clearance clearance, Attestation receipt, Instant due)
            implements TradeEvent {}

    @Revision("1")
    record DeliveryCollected(TradeId trade, String link) implements TradeEvent {}

    /** @param deemed whether the acceptance window passed in silence (视为验收) */
    @Revision("1")
    record DeliveryAccepted(TradeId trade, boolean deemed) implements TradeEvent {}

    /** Waits for the operator until the due instant. */
    @Revision("1")
    record DeliveryDisputed(TradeId trade, String reason, Instant due) implements TradeEvent {}

    /** The price went back to the buyer. */
    @Revision("1")
    record TradeRescinded(TradeId trade, String ground) implements TradeEvent {}

    /** The operator found for the vendor. */
    @Revision("1")
    record DisputeDismissed(TradeId trade, String ground) implements TradeEvent {}

    @Revision("1")
    record TradeSettled(TradeId trade, Payout payout) implements TradeEvent {}

    @Revision("1")
    record CertificateIssued(TradeId trade, CertificateNumber number, Attestation certificate) implements TradeEvent {}
}
