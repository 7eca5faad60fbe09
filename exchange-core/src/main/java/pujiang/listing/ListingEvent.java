package pujiang.listing;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Clearance;
import pujiang.compliance.Decision;
import pujiang.stop.Ground;
import pujiang.stop.Stop;

/** The events of a listing. */
public sealed interface ListingEvent {

    ListingId listing();

    @Revision("2")
    record ListingPublished(ListingId listing, Offer offer, Decision decision, Clearance clearance)
            implements ListingEvent {}

    /** Waits for a compliance officer until the due instant. */
    @Revision("2")
    record ListingHeld(ListingId listing, Offer offer, Decision decision, Instant due) implements ListingEvent {}

    /**
     * An officer approved, but the result or the facts have changed since that officer read them. The listing stays
     * held with the new decision.
     *
     * @param read digest of the decision that the officer had read
     */
    @Revision("2")
    record ListingAnswerChanged(ListingId listing, String read, Decision decision) implements ListingEvent {}

    @Revision("2")
    record ListingRefused(ListingId listing, Offer offer, Decision decision) implements ListingEvent {}

    @Revision("2")
    record ListingRevised(ListingId listing, int revision, Terms terms, Decision decision) implements ListingEvent {}

    /** The rules deny the new terms; the old ones stay. */
    @Revision("2")
    record ListingRevisionRefused(ListingId listing, Terms terms, Decision decision) implements ListingEvent {}

    /** @param stop null in revision 1: see {@link Stop#unsigned} */
    @Revision("2")
    record ListingSuspended(ListingId listing, String reason, @Nullable Stop stop) implements ListingEvent {

        public Stop stopped(Instant at) {
            return stop == null ? Stop.unsigned(reason, at) : stop;
        }
    }

    /** One of several suspensions was lifted; others remain, or the listing has been closed since. */
    @Revision("1")
    record ListingStopLifted(ListingId listing, Ground ground, @Nullable String cause) implements ListingEvent {}

    /** All suspensions are lifted. */
    @Revision("2")
    record ListingResumed(ListingId listing, Decision decision) implements ListingEvent {}

    /** The rules deny the return on the present facts; the listing stays suspended, now by the rules as well. */
    @Revision("2")
    record ListingResumptionRefused(ListingId listing, Decision decision) implements ListingEvent {

        public Stop stopped(Instant at) {
            return Stop.of(Ground.LAW_DENIES, null, "exchange", "规则不通过，不予恢复 denied by the rules, not resumed", at);
        }
    }

    @Revision("1")
    record ListingWithdrawn(ListingId listing, String reason) implements ListingEvent {}

    @Revision("1")
    record ListingRejected(ListingId listing, String reason) implements ListingEvent {}

    /** Its last day has passed in Shanghai: it no longer takes orders. */
    @Revision("1")
    record ListingEnded(ListingId listing, LocalDate lastDay) implements ListingEvent {}

    @Revision("1")
    record ListingLapsed(ListingId listing, Instant due) implements ListingEvent {}
}
