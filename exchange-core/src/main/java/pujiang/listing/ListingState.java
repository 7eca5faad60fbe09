package pujiang.listing;

import java.time.Instant;
import pujiang.compliance.DecisionUnderReview;
import pujiang.listing.ListingEvent.ListingAnswerChanged;
import pujiang.listing.ListingEvent.ListingEnded;
import pujiang.listing.ListingEvent.ListingHeld;
import pujiang.listing.ListingEvent.ListingLapsed;
import pujiang.listing.ListingEvent.ListingPublished;
import pujiang.listing.ListingEvent.ListingRefused;
import pujiang.listing.ListingEvent.ListingRejected;
import pujiang.listing.ListingEvent.ListingResumed;
import pujiang.listing.ListingEvent.ListingResumptionRefused;
import pujiang.listing.ListingEvent.ListingRevised;
import pujiang.listing.ListingEvent.ListingRevisionRefused;
import pujiang.listing.ListingEvent.ListingStopLifted;
import pujiang.listing.ListingEvent.ListingSuspended;
import pujiang.listing.ListingEvent.ListingWithdrawn;

/** The state of a listing. */
sealed interface ListingState {

    record Absent() implements ListingState {}

    /** @param lies the decision under review */
    record Held(Offer first, Instant due, DecisionUnderReview lies) implements ListingState {

        /** The end of the officer's time, or of the offer. */
        Instant end() {
            var last = first.terms().end();
            return last.isBefore(due) ? last : due;
        }
    }

    record Published(Offer first, Offer offer, int revision) implements ListingState {}

    /** By one suspension or several, which the listing keeps separately from its state. */
    record Suspended(Offer first, Offer offer, int revision) implements ListingState {}

    /** Refused, rejected, lapsed, withdrawn or ended. */
    record Closed(Offer first) implements ListingState {}

    default ListingState after(ListingEvent event) {
        return switch (event) {
            case ListingHeld held -> new Held(held.offer(), held.due(), DecisionUnderReview.of(held.decision()));
            case ListingAnswerChanged changed ->
                switch (this) {
                    case Held(var first, var due, var _) ->
                        new Held(first, due, DecisionUnderReview.of(changed.decision()));
                    case Absent _, Published _, Suspended _, Closed _ -> throw impossible(event);
                };
            case ListingPublished published -> new Published(published.offer(), published.offer(), 1);
            case ListingRevised revised ->
                switch (this) {
                    case Published(var first, var offer, var _) ->
                        new Published(first, offer.on(revised.terms()), revised.revision());
                    case Absent _, Held _, Suspended _, Closed _ -> throw impossible(event);
                };
            case ListingSuspended _ ->
                switch (this) {
                    case Published(var first, var offer, var revision) -> new Suspended(first, offer, revision);
                    case Suspended suspended -> suspended;
                    case Absent _, Held _, Closed _ -> throw impossible(event);
                };
            case ListingResumed _ ->
                switch (this) {
                    case Suspended(var first, var offer, var revision) -> new Published(first, offer, revision);
                    case Absent _, Held _, Published _, Closed _ -> throw impossible(event);
                };
            case ListingRevisionRefused _, ListingResumptionRefused _, ListingStopLifted _ -> this;
            case ListingRefused refused -> new Closed(refused.offer());
            case ListingWithdrawn _, ListingRejected _, ListingLapsed _, ListingEnded _ -> new Closed(first());
        };
    }

    /** The offer that the listing was created with, to recognise the same request again. */
    default Offer first() {
        return switch (this) {
            case Held(var first, var _, var _) -> first;
            case Published(var first, var _, var _) -> first;
            case Suspended(var first, var _, var _) -> first;
            case Closed(var first) -> first;
            case Absent _ -> throw new IllegalStateException("nothing was listed");
        };
    }

    /** The name in read models and refusals. */
    default String name() {
        return switch (this) {
            case Absent _ -> "absent";
            case Held _ -> "held";
            case Published _ -> "published";
            case Suspended _ -> "suspended";
            case Closed _ -> "closed";
        };
    }

    private IllegalStateException impossible(ListingEvent event) {
        return new IllegalStateException(event.getClass().getSimpleName() + " cannot follow " + name());
    }
}
