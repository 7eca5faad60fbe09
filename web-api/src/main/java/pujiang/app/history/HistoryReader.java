package pujiang.app.history;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.decision.DecisionExtractor;
import pujiang.app.decision.DecisionView;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.security.ActorNames;
import pujiang.app.security.Caller;
import pujiang.history.EventNames;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads what happened to one thing from the event store, in order. */
@Component
public final class HistoryReader {

    /** Fields of events that name a user. */
    private static final List<String> USERS = List.of("officer", "supporter", "by", "activator");

    /** Fields of events that contain a decision. */
    private static final String DECISION = "decision";

    private final EventStore store;
    private final EventNames names;
    private final JsonMapper json;
    private final ActorNames actorNames;

    HistoryReader(EventStore store, EventNames names, JsonMapper json, ActorNames actorNames) {
        this.store = store;
        this.names = names;
        this.json = json;
        this.actorNames = actorNames;
    }

    /**
     * @param aggregate its class, because things of different kinds may have the same id
     * @return empty if there is no such thing
     */
    public List<HistoryEntry> read(Class<?> aggregate, String id, HistoryAudience historyAudience) {
        return events(aggregate, id, historyAudience).stream()
                .map(HistoryEvent::entry)
                .toList();
    }

    /** As {@link #read}, but a part: events are numbered in their order. */
    public PlainPage<HistoryEntry> page(Class<?> aggregate, String id, HistoryAudience historyAudience, Paging paging) {
        long first = paging.after()
                .map(place -> Long.parseLong(place.getFirst()) + 1)
                .orElse(0L);
        var rows = stored(aggregate, store.readEvents(id, first))
                .limit(paging.rowsToRead())
                .map(event -> entry(event, historyAudience))
                .toList();
        return paging.plainPage(rows, entry -> List.of(String.valueOf(entry.sequence())));
    }

    /** As {@link #read}, with the events themselves. */
    public List<HistoryEvent> events(Class<?> aggregate, String id, HistoryAudience historyAudience) {
        return stored(aggregate, store.readEvents(id))
                .map(event -> new HistoryEvent(entry(event, historyAudience), event.getPayload()))
                .toList();
    }

    private static Stream<? extends DomainEventMessage<?>> stored(Class<?> aggregate, DomainEventStream events) {
        return events.asStream().filter(event -> event.getType().equals(aggregate.getSimpleName()));
    }

    private HistoryEntry entry(DomainEventMessage<?> event, HistoryAudience historyAudience) {
        var reader = historyAudience.reader();
        var content = reader == null ? whole(event.getPayload()) : excerpt(event.getPayload(), historyAudience, reader);
        var actor = (String) event.getMetaData().get(Commands.ACTOR);
        return new HistoryEntry(
                names.nameOf(event.getPayloadType()),
                Objects.requireNonNull(event.getPayloadType().getAnnotation(Revision.class))
                        .value(),
                event.getSequenceNumber(),
                event.getTimestamp(),
                actor == null || reader == null ? actor : actorNames.shown(actor, reader),
                text(content.get("reason")),
                content);
    }

    private ObjectNode whole(Object event) {
        return HandoverFields.shown(json.valueToTree(event));
    }

    private ObjectNode excerpt(Object event, HistoryAudience historyAudience, Caller reader) {
        var content = whole(event);
        DecisionExtractor.event(event)
                .map(decision -> DecisionView.of(decision, historyAudience.audience()))
                .ifPresent(decision -> content.set(DECISION, json.valueToTree(decision)));
        var readers = EventReaders.of(HistoryAudience.name(event));
        var excerpt = new Excerpt(readers, historyAudience.who(event), historyAudience.audience()).of(content);
        hideNames(excerpt, reader);
        return excerpt;
    }

    private void hideNames(JsonNode node, Caller reader) {
        if (node instanceof ObjectNode object) {
            for (var place : USERS) {
                if (object.get(place) instanceof StringNode user) {
                    object.put(place, actorNames.shown(user.asString(), reader));
                }
            }
        }
        node.forEach(inner -> hideNames(inner, reader));
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || !node.isString() ? null : node.asString();
    }
}
