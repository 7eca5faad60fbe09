package pujiang.web.history;

import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.compliance.Decision;
import pujiang.history.EventNames;
import pujiang.trade.TradeEvent.DocumentProvided;
import pujiang.trade.TradeEvent.DocumentRequestWithdrawn;
import pujiang.trade.TradeEvent.DocumentRequested;
import pujiang.web.command.Commands;
import pujiang.web.decision.DecisionView;
import pujiang.web.security.Caller;
import pujiang.web.security.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads what happened to one thing from the event store, in order. */
@Component
public final class HistoryReader {

    /** Where events name a user. */
    private static final List<String> USERS = List.of("officer", "supporter", "by", "activator");

    private final EventStore store;
    private final EventNames names;
    private final JsonMapper json;
    private final People people;

    HistoryReader(EventStore store, EventNames names, JsonMapper json, People people) {
        this.store = store;
        this.names = names;
        this.json = json;
        this.people = people;
    }

    /**
     * @param aggregate its class, because things of different kinds may have the same id
     * @return empty if there is no such thing
     */
    public List<HistoryEntry> read(Class<?> aggregate, String id, Eyes eyes) {
        return store.readEvents(id)
                .asStream()
                .filter(event -> event.getType().equals(aggregate.getSimpleName()))
                .map(event -> entry(event, eyes))
                .toList();
    }

    private HistoryEntry entry(DomainEventMessage<?> event, Eyes eyes) {
        ObjectNode content = json.valueToTree(event.getPayload());
        var reader = eyes.reader();
        if (reader != null) {
            hideFacts(content, event.getPayload());
            hideNames(content, reader);
        }
        var actor = (String) event.getMetaData().get(Commands.ACTOR);
        return new HistoryEntry(
                names.nameOf(event.getPayloadType()),
                Objects.requireNonNull(event.getPayloadType().getAnnotation(Revision.class))
                        .value(),
                event.getSequenceNumber(),
                event.getTimestamp(),
                actor == null || reader == null ? actor : people.shown(actor, reader),
                text(content.get("reason")),
                content);
    }

    private void hideNames(JsonNode node, Caller reader) {
        if (node instanceof ObjectNode object) {
            for (var place : USERS) {
                if (object.get(place) instanceof StringNode user) {
                    object.put(place, people.shown(user.asString(), reader));
                }
            }
        }
        node.forEach(inner -> hideNames(inner, reader));
    }

    private void hideFacts(ObjectNode content, Object event) {
        hidePapers(content, event);
        var decision = content.get("decision");
        if (decision == null) return;
        content.set("decision", json.valueToTree(DecisionView.of(json.treeToValue(decision, Decision.class))));
    }

    /** What an officer asked one side to show, and what it has shown, is not for the other to read. */
    private static void hidePapers(ObjectNode content, Object event) {
        if (event instanceof DocumentRequested && content.get("asking") instanceof ObjectNode asking) {
            asking.remove("wanted");
        }
        if (event instanceof DocumentRequestWithdrawn) content.remove("reason");
        if (event instanceof DocumentProvided shown) {
            content.put("facts", shown.facts().digest());
            content.remove("content");
        }
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || !node.isString() ? null : node.asString();
    }
}
