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

/** What happened in the review of a held order or delivery, and to the exceptions that were granted there. */
public sealed interface ReviewEvent extends TradeEvent {

    /** One officer would let the held order or delivery pass, and a second must look: see {@link FourEyes}. */
    @Revision("2")
    record ReviewSupported(TradeId trade, Lifting lifting, Decision decision) implements ReviewEvent {}

    /** An officer works on the held order or delivery; until then no other decides. */
    @Revision("1")
    record ReviewClaimed(TradeId trade, String officer, Instant until) implements ReviewEvent {}

    /** Whoever had claimed the review has given it back. */
    @Revision("1")
    record ReviewReleased(TradeId trade) implements ReviewEvent {}

    /** Nobody decided in time. It goes before all others until the due instant, and only then lapses. */
    @Revision("1")
    record ReviewEscalated(TradeId trade, Instant due) implements ReviewEvent {}

    /** An approval that lets later ones pass as well, for a time. */
    @Revision("1")
    record ExceptionGranted(TradeId trade, ListingId listing, ParticipantId buyer, Waiver waiver)
            implements ReviewEvent {

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
    record ExceptionRevoked(TradeId trade, long exception, String officer, String ground) implements ReviewEvent {}

    /**
     * A party is asked for a document.
     *
     * @param number counts from 1 within the trade
     */
    @Revision("1")
    record DocumentRequested(TradeId trade, int number, RequestedEvidence asking) implements ReviewEvent {}

    /** The document is no longer asked for, and the review goes on without it. */
    @Revision("1")
    record DocumentRequestWithdrawn(TradeId trade, int number, TradeParty side, String reason) implements ReviewEvent {}

    /** A party has shown the document, and says what it proves. */
    @Revision("1")
    record DocumentProvided(TradeId trade, int number, TradeParty side, Content content, FactSheet facts)
            implements ReviewEvent {}

    /** The buyer has said of its use what it had not said with the order, while an officer had to look. */
    @Revision("1")
    record UseStated(TradeId trade, FactSheet statement) implements ReviewEvent {}

    /** The law was asked again on a new document or statement, and an officer must still look. */
    @Revision("2")
    record ReviewContinued(TradeId trade, Decision decision) implements ReviewEvent {}

    /**
     * An officer would have let it pass, but the law now answers otherwise, or on other facts, than what that officer had
     * read. What officers have said before counts no longer; the answer lies before them anew.
     *
     * @param read digest of the answer that the officer had read
     * @param supporter the first of two, whose support ends with it; null if nobody had supported it
     */
    @Revision("2")
    record AnswerChanged(TradeId trade, String read, @Nullable String supporter, Decision decision)
            implements ReviewEvent {}

    /** An officer turned the held order or delivery down. */
    @Revision("1")
    record ReviewRejected(TradeId trade, String reason) implements ReviewEvent {}
}
