package pujiang.app.decision;

import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import pujiang.compliance.Decision;
import pujiang.listing.Listing;
import pujiang.listing.ListingId;
import pujiang.participant.Participant;
import pujiang.participant.ParticipantId;

/** Decisions before any trade: on admissions and on listings. Read from the events. */
@Component
public class PreTradeDecisions {

    private final EventStore store;

    PreTradeDecisions(EventStore store) {
        this.store = store;
    }

    /** Every decision on a listing, the first first. */
    public Stream<Decision> of(ListingId listing) {
        return decisions(Listing.class, listing.value());
    }

    /** Every decision on a participant's admission, the first first. */
    public Stream<Decision> of(ParticipantId participant) {
        return decisions(Participant.class, participant.value());
    }

    private Stream<Decision> decisions(Class<?> aggregate, String id) {
        return store.readEvents(id)
                .asStream()
                .filter(event -> event.getType().equals(aggregate.getSimpleName()))
                .flatMap(event -> DecisionExtractor.event(event.getPayload()).stream());
    }
}
