package pujiang.web.decision;

import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import pujiang.compliance.Decision;
import pujiang.listing.Listing;
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
import pujiang.listing.ListingId;
import pujiang.participant.Participant;
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
import pujiang.participant.ParticipantId;

/** What the law said before anything was traded: of who comes in, and of what is put on offer. Read from the events. */
@Component
public class MarketDecisions {

    private final EventStore store;

    MarketDecisions(EventStore store) {
        this.store = store;
    }

    /** Every decision on a listing, the first first. */
    public Stream<Decision> of(ListingId listing) {
        return events(Listing.class, listing.value(), ListingEvent.class).flatMap(MarketDecisions::decision);
    }

    /** Every decision on a participant's admission, the first first. */
    public Stream<Decision> of(ParticipantId participant) {
        return events(Participant.class, participant.value(), ParticipantEvent.class)
                .flatMap(MarketDecisions::decision);
    }

    private <E> Stream<E> events(Class<?> aggregate, String id, Class<E> type) {
        return store.readEvents(id)
                .asStream()
                .filter(event -> event.getType().equals(aggregate.getSimpleName()))
                .<Object>map(DomainEventMessage::getPayload)
                .map(type::cast);
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
