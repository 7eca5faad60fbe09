package pujiang.app.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.decision.DecisionExtractor;
import pujiang.compliance.Decision;

/** Every decision that was ever made, as its event keeps it, in the order in which they were made. */
@Component
class PastDecisions {

    private final EventStore store;

    PastDecisions(EventStore store) {
        this.store = store;
    }

    /**
     * One decision.
     *
     * @param kind of what it is about: trade, listing or participant
     * @param event its number in that thing's life
     * @param decision null where the event cannot be read
     * @param failure why it cannot; empty if it can
     */
    record Past(String kind, String subject, long event, Instant at, @Nullable Decision decision, String failure) {

        String named() {
            return kind + " " + subject;
        }
    }

    /**
     * The extent to which the decisions were read.
     *
     * @param gaps numbers before the last whose events were not committed then
     */
    record Place(long last, List<Long> gaps) {

        static final Place START = new Place(-1, List.of());
    }

    /**
     * Reads on until the end, or until the reader has enough; a batch of events is in memory at a time.
     *
     * @param reader whether it wants more
     */
    Place read(Predicate<Past> reader) throws InterruptedException {
        var place = Place.START;
        try (var stream = store.openStream(null)) {
            while (stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
                var event = stream.nextAvailable();
                place = place(event, place);
                if (event instanceof DomainEventMessage<?> ours) {
                    var past = past(ours);
                    if (past.isPresent() && !reader.test(past.get())) return place;
                }
            }
        }
        return place;
    }

    /** The decision that a thing's event holds, to be opened again. */
    Optional<Decision> find(String kind, String subject, long event) {
        return store.readEvents(subject, event)
                .asStream()
                .filter(found -> kind(found).equals(kind) && found.getSequenceNumber() == event)
                .findFirst()
                .flatMap(PastDecisions::past)
                .map(Past::decision);
    }

    private static Place place(TrackedEventMessage<?> event, Place before) {
        return event.trackingToken() instanceof GapAwareTrackingToken token
                ? new Place(token.getIndex(), List.copyOf(token.getGaps()))
                : before;
    }

    private static Optional<Past> past(DomainEventMessage<?> event) {
        try {
            if (!DecisionExtractor.isKeptBy(event.getPayloadType())) return Optional.empty();
            return DecisionExtractor.event(event.getPayload()).map(decision -> past(event, decision, ""));
        } catch (RuntimeException unreadable) {
            return Optional.of(past(event, null, reason(unreadable)));
        }
    }

    private static Past past(DomainEventMessage<?> event, @Nullable Decision decision, String failure) {
        return new Past(
                kind(event),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getTimestamp(),
                decision,
                failure);
    }

    /** An error in an event's content is described by the innermost cause. */
    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) cause = cause.getCause();
        var text = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }

    private static String kind(DomainEventMessage<?> event) {
        return event.getType().toLowerCase(Locale.ROOT);
    }
}
