package pujiang.listing;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import pujiang.compliance.Clearance;
import pujiang.compliance.Decision;

/** What happened to a listing. */
public sealed interface ListingEvent {

    ListingId listing();

    @Revision("1")
    record ListingPublished(ListingId listing, Offer offer, Decision decision, Clearance clearance)
            implements ListingEvent {}

    /** Waits for a compliance officer until the due instant. */
    @Revision("1")
    record ListingHeld(ListingId listing, Offer offer, Decision decision, Instant due) implements ListingEvent {}

    @Revision("1")
    record ListingRefused(ListingId listing, Offer offer, Decision decision) implements ListingEvent {}

    @Revision("1")
    record ListingRevised(ListingId listing, int revision, Terms terms, Decision decision) implements ListingEvent {}

    /** The law does not let the new terms pass; the old ones stay. */
    @Revision("1")
    record ListingRevisionRefused(ListingId listing, Terms terms, Decision decision) implements ListingEvent {}

    @Revision("1")
    record ListingSuspended(ListingId listing, String reason) implements ListingEvent {}

    @Revision("1")
    record ListingResumed(ListingId listing, Decision decision) implements ListingEvent {}

    /** The law does not let the listing come back as things are now; it stays suspended. */
    @Revision("1")
    record ListingResumptionRefused(ListingId listing, Decision decision) implements ListingEvent {}

    @Revision("1")
    record ListingWithdrawn(ListingId listing, String reason) implements ListingEvent {}

    @Revision("1")
    record ListingRejected(ListingId listing, String reason) implements ListingEvent {}

    @Revision("1")
    record ListingLapsed(ListingId listing, Instant due) implements ListingEvent {}
}
