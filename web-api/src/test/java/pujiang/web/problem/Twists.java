package pujiang.web.problem;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A good body, spoilt in one place at a time, in every way that its description in OpenAPI rules out. */
public final class Twists {

    /** Longer than any field may be, and short enough for the JSON reader to let it through to the field. */
    private static final int FAR_TOO_LONG = 50_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode api;
    private final JsonNode good;
    private final List<Twist> all = new ArrayList<>();

    /** @param pointer where the fault is */
    record Twist(String what, String pointer, String body) {

        @Override
        public String toString() {
            return pointer + " " + what;
        }
    }

    private Twists(JsonNode api, JsonNode good) {
        this.api = api;
        this.good = good;
    }

    /** @param schema of the body, a reference or not */
    static List<Twist> of(JsonNode api, JsonNode schema, String goodBody) {
        var twists = new Twists(api, JsonMapper.shared().readTree(goodBody));
        twists.all.add(new Twist("is a list", "", "[]"));
        twists.all.add(new Twist("is null", "", "null"));
        twists.object(schema, "");
        return List.copyOf(twists.all);
    }

    private void object(JsonNode schema, String at) {
        var resolved = resolved(schema);
        // A sheet of facts has names of its own, and what may be one thing or another is described by none of them.
        if (!resolved.has("properties") || hasNamesOfItsOwn(resolved)) return;
        add("has an unknown field", at + "/unheardOf", StringNode.valueOf("x"));
        var required =
                resolved.path("required").valueStream().map(JsonNode::asString).toList();
        resolved.get("properties").forEachEntry((name, property) -> {
            var field = at + "/" + name;
            if (good.at(field).isMissingNode()) return;
            if (required.contains(name)) {
                add("is missing", field, null);
                add("is null", field, NODES.nullNode());
            }
            value(resolved(property), field);
        });
    }

    private void value(JsonNode schema, String at) {
        switch (kind(schema)) {
            case "string" -> text(schema, at);
            case "integer" -> number(at);
            case "boolean" -> add("is a text", at, StringNode.valueOf("true"));
            case "array" -> list(schema, at);
            default -> {
                add("is a text", at, StringNode.valueOf("x"));
                add("is a list", at, NODES.arrayNode());
                object(schema, at);
            }
        }
    }

    private void text(JsonNode schema, String at) {
        add("is a list", at, NODES.arrayNode());
        add("is an object", at, NODES.objectNode());
        if (schema.has("enum")) {
            add("is no choice", at, StringNode.valueOf("NO_SUCH_CHOICE"));
            add("is a number", at, NODES.numberNode(0));
        } else if (schema.path("format").asString("").equals("date")) {
            add("is no day", at, StringNode.valueOf("2026-02-30"));
        } else {
            add("is a number", at, NODES.numberNode(7));
            add("is too long", at, StringNode.valueOf("x".repeat(FAR_TOO_LONG)));
        }
    }

    private void number(String at) {
        add("is a text", at, StringNode.valueOf("7"));
        add("is no whole number", at, NODES.numberNode(7.5));
        add("is far below", at, NODES.numberNode(Long.MIN_VALUE));
        add("is too large for any number", at, NODES.numberNode(new BigInteger("9".repeat(30))));
    }

    private void list(JsonNode schema, String at) {
        add("is a text", at, StringNode.valueOf("x"));
        add("is an object", at, NODES.objectNode());
        if (good.at(at).isEmpty()) return;
        add("is null", at + "/0", NODES.nullNode());
        value(resolved(schema.get("items")), at + "/0");
    }

    /** @param value null to leave the field out */
    private void add(String what, String at, @Nullable JsonNode value) {
        var body = good.deepCopy();
        var split = at.lastIndexOf('/');
        var parent = body.at(at.substring(0, split));
        var name = at.substring(split + 1);
        switch (parent) {
            case ObjectNode object when value == null -> object.remove(name);
            case ObjectNode object -> object.set(name, value);
            case ArrayNode list -> list.set(Integer.parseInt(name), value);
            default -> throw new AssertionError("nothing to spoil at " + at);
        }
        all.add(new Twist(what, at, body.toString()));
    }

    /** A sheet of facts, or what may be one thing or another. */
    public static boolean hasNamesOfItsOwn(JsonNode schema) {
        return schema.has("maxProperties")
                || schema.path("properties").propertyStream().anyMatch(each -> each.getKey()
                        .contains("."));
    }

    /** Its type, where it is not null. */
    public static String kind(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.get(0).asString() : type.asString("object");
    }

    private JsonNode resolved(JsonNode schema) {
        var one = Stream.of("allOf", "anyOf", "oneOf")
                .filter(schema::has)
                .map(key -> schema.get(key).get(0))
                .findFirst()
                .orElse(schema);
        var reference = one.path("$ref").asString("");
        return reference.isEmpty() ? one : resolved(api.at(reference.substring(1)));
    }
}
