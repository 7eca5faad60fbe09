package pujiang.host.wiring;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/** An aggregate's events from the first on, as long as none is missing: what came after a gap rests on what nobody knows. */
final class UnbrokenStream implements DomainEventStream {

    private final String type;
    private final String aggregate;
    private final DomainEventStream events;
    private final Quarantine quarantine;
    private long next;

    UnbrokenStream(String type, String aggregate, DomainEventStream events, Quarantine quarantine) {
        this.type = type;
        this.aggregate = aggregate;
        this.events = events;
        this.quarantine = quarantine;
    }

    @Override
    public DomainEventMessage<?> peek() {
        return inOrder(events.peek());
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public DomainEventMessage<?> next() {
        var event = inOrder(events.next());
        next++;
        return event;
    }

    @Override
    public @Nullable Long getLastSequenceNumber() {
        return events.getLastSequenceNumber();
    }

    private DomainEventMessage<?> inOrder(DomainEventMessage<?> event) {
        if (event.getSequenceNumber() != next) throw quarantine.put(type, aggregate, next);
        return event;
    }
}
