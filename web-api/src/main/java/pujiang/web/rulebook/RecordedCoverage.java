package pujiang.web.rulebook;

import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.compliance.Decision;
import pujiang.law.LawInForce;
import pujiang.listing.ListingEvent;
import pujiang.listing.ListingEvent.ListingHeld;
import pujiang.listing.ListingEvent.ListingLapsed;
import pujiang.listing.ListingEvent.ListingPublished;
import pujiang.listing.ListingEvent.ListingRefused;
import pujiang.listing.ListingEvent.ListingRejected;
import pujiang.listing.ListingEvent.ListingResumed;
import pujiang.listing.ListingEvent.ListingResumptionRefused;
import pujiang.listing.ListingEvent.ListingRevised;
import pujiang.listing.ListingEvent.ListingRevisionRefused;
import pujiang.listing.ListingEvent.ListingSuspended;
import pujiang.listing.ListingEvent.ListingWithdrawn;
import pujiang.participant.ParticipantEvent;
import pujiang.participant.ParticipantEvent.ParticipantApplied;
import pujiang.participant.ParticipantEvent.ParticipantAssessed;
import pujiang.participant.ParticipantEvent.ParticipantLapsed;
import pujiang.participant.ParticipantEvent.ParticipantRefused;
import pujiang.participant.ParticipantEvent.ParticipantReinstated;
import pujiang.participant.ParticipantEvent.ParticipantRejected;
import pujiang.participant.ParticipantEvent.ParticipantSuspended;
import pujiang.participant.ParticipantEvent.ParticipantVerified;
import pujiang.participant.ParticipantEvent.StatementRevised;
import pujiang.trade.TradeEvent;
import pujiang.web.trade.TradeHistory;

/**
 * The coverage of all decisions that are recorded here: on participants, listings and trades. Counted from the events, each
 * of which is read once; whoever asks again waits only for those that came since.
 */
@Component
public class RecordedCoverage {

    private final EventStore store;
    private final LawInForce law;
    private @Nullable Coverage counted;
    private @Nullable TrackingToken upTo;

    RecordedCoverage(EventStore store, LawInForce law) {
        this.store = store;
        this.law = law;
    }

    public synchronized CoverageView now() {
        var review = law.ready();
        if (counted == null || !counted.ruleBook().equals(review.book().digest())) {
            counted = new Coverage(review);
            upTo = null;
        }
        count(counted);
        return counted.view();
    }

    private void count(Coverage coverage) {
        try (var events = store.openStream(upTo)) {
            while (events.hasNextAvailable()) {
                var event = events.nextAvailable();
                var about = event instanceof DomainEventMessage<?> one ? one.getAggregateIdentifier() : "";
                decision(event.getPayload()).forEach(decision -> coverage.add(Judged.of(decision, about)));
                upTo = event.trackingToken();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading events", e);
        }
    }

    private static Stream<Decision> decision(Object event) {
        return switch (event) {
            case TradeEvent trade -> TradeHistory.decision(trade);
            case ListingEvent listing -> decision(listing);
            case ParticipantEvent participant -> decision(participant);
            default -> Stream.empty(); // Products are judged when they are listed.
        };
    }

    private static Stream<Decision> decision(ListingEvent event) {
        return switch (event) {
            case ListingPublished(var _, var _, var decision, var _) -> Stream.of(decision);
            case ListingHeld(var _, var _, var decision, var _) -> Stream.of(decision);
            case ListingRefused(var _, var _, var decision) -> Stream.of(decision);
            case ListingRevised(var _, var _, var _, var decision) -> Stream.of(decision);
            case ListingRevisionRefused(var _, var _, var decision) -> Stream.of(decision);
            case ListingResumed(var _, var decision) -> Stream.of(decision);
            case ListingResumptionRefused(var _, var decision) -> Stream.of(decision);
            case ListingSuspended _, ListingWithdrawn _, ListingRejected _, ListingLapsed _ -> Stream.empty();
        };
    }

    private static Stream<Decision> decision(ParticipantEvent event) {
        return switch (event) {
            case ParticipantVerified(var _, var _, var decision) -> Stream.of(decision);
            case ParticipantRefused(var _, var decision) -> Stream.of(decision);
            case ParticipantApplied _,
                    StatementRevised _,
                    ParticipantAssessed _,
                    ParticipantRejected _,
                    ParticipantLapsed _,
                    ParticipantSuspended _,
                    ParticipantReinstated _ -> Stream.empty();
        };
    }
}
