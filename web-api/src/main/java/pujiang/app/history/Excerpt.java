package pujiang.app.history;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.Audience;
import pujiang.app.history.EventReaders.Who;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The part of an event that one reader may read: fields not named for it are left out, and not set to null. */
record Excerpt(EventReaders readers, Set<Who> who, Audience audience) {

    ObjectNode of(ObjectNode event) {
        return kept(event, "");
    }

    private ObjectNode kept(ObjectNode node, String at) {
        var kept = JsonNodeFactory.instance.objectNode();
        node.forEachEntry((name, inner) -> {
            var part = kept(inner, at + "/" + name);
            if (part != null) kept.set(name, part);
        });
        return kept;
    }

    /** The items of a list are named by their content, not by position. */
    private ArrayNode kept(ArrayNode list, String at) {
        var kept = JsonNodeFactory.instance.arrayNode();
        list.forEach(inner -> {
            var part = kept(inner, at + "/*");
            if (part != null) kept.add(part);
        });
        return kept;
    }

    /** Null if the reader may read no part. */
    private @Nullable JsonNode kept(JsonNode node, String at) {
        var row = readers.rows().get(at);
        if (row != null) {
            if (!readers.isRead(at, who)) return null;
            return row.byFact() && node instanceof ObjectNode facts ? facts(facts) : node;
        }
        if (!readers.isReadWithin(at, who)) return null;
        return switch (node) {
            case ObjectNode object -> kept(object, at);
            case ArrayNode list -> kept(list, at);
            default -> node.isNull() ? node : null;
        };
    }

    private ObjectNode facts(ObjectNode stated) {
        var kept = JsonNodeFactory.instance.objectNode();
        stated.forEachEntry((fact, value) -> {
            if (audience.reads(fact)) kept.set(fact, value);
        });
        return kept;
    }
}
