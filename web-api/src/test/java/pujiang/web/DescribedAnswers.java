package pujiang.web;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds answers against {@code docs/openapi.json}: status, media type, the headers that are always there, the body, and
 * the code of a problem. What the document does not describe is a fault, a member of an object too.
 */
public final class DescribedAnswers {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode API = closed(read());
    private static final List<Operation> OPERATIONS = operations();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<JsonNode, Schema> READ = new ConcurrentHashMap<>();

    private record Operation(String method, Pattern path, int variables, String id, JsonNode description) {}

    private DescribedAnswers() {}

    /** @throws AssertionError naming the operation, and the place in the answer, where it is not as described */
    public static void check(HttpResponse<String> answer) {
        var faults = faults(answer);
        if (!faults.isEmpty()) {
            throw new AssertionError("not as docs/openapi.json describes it: " + faults + "\n" + answer.body());
        }
    }

    /** Empty if the answer is as described, or of no operation. */
    static List<String> faults(HttpResponse<String> answer) {
        var method = answer.request().method();
        var path = answer.uri().getRawPath();
        return OPERATIONS.stream()
                .filter(each -> each.method().equals(method)
                        && each.path().matcher(path).matches())
                .findFirst()
                .map(operation -> faults(operation, answer))
                .orElse(List.of());
    }

    private static List<String> faults(Operation operation, HttpResponse<String> answer) {
        var status = String.valueOf(answer.statusCode());
        var named = operation.id() + " " + status;
        var described = resolved(operation.description().path("responses").path(status));
        if (described.isMissingNode()) return List.of(named + " is not described");
        var faults = new ArrayList<String>();
        described.path("headers").forEachEntry((name, header) -> {
            var always = resolved(header).path("required").asBoolean(false);
            if (always && answer.headers().firstValue(name).isEmpty()) faults.add(named + " has no " + name);
        });
        body(described, answer).forEach(fault -> faults.add(named + " " + fault));
        return faults;
    }

    private static List<String> body(JsonNode described, HttpResponse<String> answer) {
        var contents = described.path("content");
        if (contents.isEmpty()) return answer.body().isEmpty() ? List.of() : List.of("has a body");
        var type = answer.headers().firstValue("Content-Type").orElse("none").replace(" ", "");
        var media = contents.propertyNames().stream()
                .filter(each -> covers(each, type))
                .findFirst()
                .orElse(null);
        if (media == null) return List.of("is " + type + " and not " + contents.propertyNames());
        if (!media.endsWith("json")) return List.of();
        return json(described, contents.path(media).path("schema"), answer.body());
    }

    private static List<String> json(JsonNode described, JsonNode schema, String text) {
        var body = JSON.readTree(text);
        var faults = new ArrayList<String>();
        schema(schema).validate(body).forEach(error -> faults.add(error.getInstanceLocation() + " " + error));
        var codes = described.path("x-problem-codes");
        if (codes.isArray()
                && codes.valueStream().noneMatch(code -> code.asString()
                        .equals(body.path("code").asString("")))) {
            faults.add("/code " + body.path("code") + " is not described");
        }
        return faults;
    }

    private static boolean covers(String described, String type) {
        return described.equals("*/*") || type.toLowerCase(Locale.ROOT).startsWith(described.toLowerCase(Locale.ROOT));
    }

    private static Schema schema(JsonNode schema) {
        return READ.computeIfAbsent(schema, _ -> {
            var whole = (ObjectNode) schema.deepCopy();
            whole.set("components", API.path("components"));
            return SCHEMAS.getSchema(whole);
        });
    }

    private static JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : API.at(reference.substring(1));
    }

    private static List<Operation> operations() {
        var found = new ArrayList<Operation>();
        API.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    var variables =
                            (int) path.chars().filter(each -> each == '{').count();
                    var pattern = Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
                    var id = operation.path("operationId").asString();
                    found.add(new Operation(method.toUpperCase(Locale.ROOT), pattern, variables, id, operation));
                }));
        found.sort(Comparator.comparingInt(Operation::variables));
        return found;
    }

    /** An object whose members are described has no others. */
    private static JsonNode closed(JsonNode api) {
        for (var schema : api.at("/components/schemas")) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
        return api;
    }

    private static JsonNode read() {
        try {
            return JSON.readTree(Files.readString(Path.of("..", "docs", "openapi.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
