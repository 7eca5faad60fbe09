package pujiang.web.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.web.problem.Twists;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A good body with one field after the other at the extremes of its kind. The fields are those of the description in
 * OpenAPI, whether or not the good body has them, and those of the dictionary of facts where facts are stated: a new
 * field, or a new fact, is walked by itself.
 */
final class Extremes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Stands for what no JSON library would write. */
    private static final String RAW = "@@raw@@";

    /** Refused in every field, whatever its kind. */
    private static final List<String> NEVER = List.of(
            "NaN",
            "-Infinity",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "[[[[[[[[[[[[]]]]]]]]]]]]",
            "1e1000000000");

    private static final List<String> TEXTS = List.of(
            "\"\"",
            "\" \"",
            "\"" + "😀".repeat(200) + "\"",
            "\"" + "😀".repeat(2_000) + "\"",
            "\"" + "x".repeat(60_000) + "\"",
            "\"\\u0007\"",
            "\"\\u202egnp.exe\"",
            "\"NaN\"",
            "\"'; drop table x; --\"");

    private static final List<String> FAR_DAYS = List.of(
            "\"+999999999-12-31\"",
            "\"-999999999-01-01\"",
            "\"+10000-01-01\"",
            "\"9999-12-31\"",
            "\"2200-01-01\"",
            "\"0000-01-01\"",
            "\"0001-01-01\"",
            "\"2026-02-30\"",
            "\"\"",
            "\"NaN\"",
            "0");

    private static final List<String> FAR_INSTANTS = List.of(
            "\"+1000000000-12-31T23:59:59.999999999Z\"",
            "\"-1000000000-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"2200-01-01T00:00:00Z\"",
            "\"0000-01-01T00:00:00Z\"",
            "\"1899-12-31T23:59:59Z\"",
            "\"2026-11-25\"",
            "\"NaN\"",
            "0");

    private static final List<String> NO_INTEGERS =
            List.of("1e999", "-1e999", "1.5", "\"7\"", "\"NaN\"", "9".repeat(30), "9".repeat(70), "-" + "9".repeat(30));

    private static final List<String> INTEGERS = List.of(
            "0",
            "-1",
            "1",
            "2147483647",
            "-2147483648",
            "2147483648",
            "9007199254740991",
            "9007199254740992",
            "9223372036854775807",
            "-9223372036854775808",
            "100000000000",
            "100000000001");

    private static final List<String> NO_AMOUNTS = List.of(
            "\"999999999999999.99\"",
            "\"1000000000000.01\"",
            "\"-1000000000000.01\"",
            "\"1e9\"",
            "\"NaN\"",
            "\"\"",
            "\"0.001\"",
            "\"9999999999999999\"",
            "1");

    private static final List<String> AMOUNTS = List.of("\"0\"", "\"0.01\"", "\"-0.01\"", "\"1000000000000.00\"");

    private final JsonNode api;
    private final ObjectNode good;
    private final boolean everyFact;
    private final List<Extreme> all = new ArrayList<>();
    private int fields;

    /**
     * One body.
     *
     * @param pointer of the field that is at an extreme
     * @param mustFail whether no field of this kind takes it
     */
    record Extreme(String pointer, String value, String body, boolean mustFail) {

        @Override
        public String toString() {
            return pointer + " = " + (value.length() > 40 ? value.substring(0, 40) + "…" : value);
        }
    }

    private Extremes(JsonNode api, JsonNode good, boolean everyFact) {
        this.api = api;
        this.good = (ObjectNode) good;
        this.everyFact = everyFact;
    }

    /** @param everyFact also those whose values can be counted */
    static Extremes of(JsonNode api, JsonNode schema, String goodBody, boolean everyFact) {
        var extremes = new Extremes(api, JsonMapper.shared().readTree(goodBody), everyFact);
        extremes.object(extremes.resolved(schema), "", extremes.good);
        return extremes;
    }

    List<Extreme> all() {
        return all;
    }

    int fields() {
        return fields;
    }

    private void object(JsonNode schema, String at, ObjectNode parent) {
        schema.path("properties").forEachEntry((name, property) -> {
            var described = resolved(property);
            var absent = !parent.has(name);
            if (absent) parent.set(name, sample(described));
            field(described, at + "/" + name, parent, name);
            if (absent) parent.remove(name);
        });
    }

    private void field(JsonNode schema, String at, ObjectNode parent, String name) {
        fields++;
        Consumer<String> put = value -> add(at, value, parent, name, true);
        Consumer<String> offer = value -> add(at, value, parent, name, false);
        NEVER.forEach(put);
        offer.accept("null");
        switch (Twists.kind(schema)) {
            case "string" -> text(schema, put, offer);
            case "integer" -> {
                NO_INTEGERS.forEach(put);
                INTEGERS.forEach(offer);
            }
            case "boolean" -> Stream.of("0", "\"true\"", "\"\"", "{}").forEach(put);
            case "array" -> array(schema, at, parent, name);
            default -> inner(schema, at, parent, name, put);
        }
    }

    private static void text(JsonNode schema, Consumer<String> put, Consumer<String> offer) {
        put.accept("7");
        put.accept("{}");
        switch (schema.path("format").asString("")) {
            case "date" -> {
                FAR_DAYS.forEach(put);
                List.of("\"1900-01-01\"", "\"1899-12-31\"", "\"2199-12-31\"").forEach(offer);
            }
            case "date-time" -> {
                FAR_INSTANTS.forEach(put);
                List.of("\"1900-01-01T00:00:00Z\"", "\"2199-12-31T23:59:59.999999999Z\"")
                        .forEach(offer);
            }
            default -> TEXTS.forEach(schema.has("enum") ? put : offer);
        }
    }

    private void array(JsonNode schema, String at, ObjectNode parent, String name) {
        add(at, "{}", parent, name, true);
        add(at, "[null]", parent, name, true);
        add(at, "[]", parent, name, false);
        var items = resolved(schema.get("items"));
        var one = parent.get(name).isEmpty() ? sample(items) : parent.get(name).get(0);
        var many = NODES.arrayNode();
        for (int i = 0; i < 1_500; i++) many.add(one);
        add(at, many.toString(), parent, name, false);
        if (!items.has("properties")) return;
        var before = parent.get(name);
        var single = (ObjectNode) one.deepCopy();
        var list = NODES.arrayNode().add(single);
        parent.set(name, list);
        object(items, at + "/0", single);
        parent.set(name, before);
    }

    private void inner(JsonNode schema, String at, ObjectNode parent, String name, Consumer<String> put) {
        put.accept("\"x\"");
        put.accept("[]");
        if (isMoney(schema)) {
            var money = (ObjectNode) parent.get(name);
            NO_AMOUNTS.forEach(value -> add(at + "/amount", value, money, "amount", true));
            AMOUNTS.forEach(value -> add(at + "/amount", value, money, "amount", false));
            List.of("\"XXX\"", "\"JPY\"", "\"😀\"", "\"\"", "7")
                    .forEach(value -> add(at + "/currency", value, money, "currency", true));
        } else if (schema.has("properties") && !Twists.hasNamesOfItsOwn(schema)) {
            object(schema, at, (ObjectNode) parent.get(name));
        } else if (parent.get(name) instanceof ObjectNode facts && !name.equals("registration")) {
            for (var fact : FactDictionary.all()) fact(fact, at, facts);
        }
    }

    private static boolean isMoney(JsonNode schema) {
        return schema.path("properties").has("amount")
                && schema.path("properties").has("currency");
    }

    private void fact(Fact<?> fact, String at, ObjectNode facts) {
        var isDate = fact.type().equals("date");
        var isNumber = fact.type().equals("integer") || fact.type().equals("decimal");
        if (!isDate && !isNumber && !everyFact) return;
        fields++;
        var before = facts.get(fact.name());
        var pointer = at + "/" + fact.name();
        List.of("{}", "\"x\\u0000\"", "\"\\ud800\"", "[[]]")
                .forEach(value -> add(pointer, value, facts, fact.name(), true));
        if (isNumber) {
            List.of("1e999", "\"NaN\"", "9".repeat(60), "-1")
                    .forEach(value -> add(pointer, value, facts, fact.name(), true));
            List.of("0", "9223372036854775807", "9007199254740991", "100000000000", "1900", "1e30", "1.5", "null")
                    .forEach(value -> add(pointer, value, facts, fact.name(), false));
        } else if (isDate) {
            FAR_DAYS.forEach(value -> add(pointer, value, facts, fact.name(), true));
            List.of("\"1900-01-01\"", "\"2199-12-31\"", "null")
                    .forEach(value -> add(pointer, value, facts, fact.name(), false));
        } else {
            var every = fact.values().stream()
                    .map(value -> value instanceof Boolean ? value.toString() : "\"" + value + "\"");
            every.forEach(value -> add(pointer, value, facts, fact.name(), false));
        }
        if (before == null) facts.remove(fact.name());
        else facts.set(fact.name(), before);
    }

    /** Something of that kind, where the good body has nothing. */
    private JsonNode sample(JsonNode schema) {
        if (schema.has("enum")) return schema.get("enum").get(0);
        return switch (Twists.kind(schema)) {
            case "string" -> NODES.stringNode(sampleText(schema.path("format").asString("")));
            case "integer" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(true);
            case "array" -> NODES.arrayNode().add(sample(resolved(schema.get("items"))));
            default -> {
                var object = NODES.objectNode();
                if (Twists.hasNamesOfItsOwn(schema)) yield object;
                schema.path("properties")
                        .forEachEntry((name, property) -> object.set(name, sample(resolved(property))));
                yield object;
            }
        };
    }

    private static String sampleText(String format) {
        return Map.of("date", "2026-12-31", "date-time", "2026-11-25T00:00:00Z").getOrDefault(format, "seen");
    }

    private void add(String pointer, String value, ObjectNode parent, String name, boolean mustFail) {
        var before = parent.get(name);
        parent.put(name, RAW);
        var body = good.toString().replace("\"" + RAW + "\"", value);
        if (before == null) parent.remove(name);
        else parent.set(name, before);
        all.add(new Extreme(pointer, value, body, mustFail));
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
