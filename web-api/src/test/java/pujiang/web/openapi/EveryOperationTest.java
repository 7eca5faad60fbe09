package pujiang.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each operation of {@code docs/openapi.json} says of itself; OpenApiGoldenTest holds that file to the code. */
class EveryOperationTest {

    private static final JsonNode API = read();

    /** Arguments of handlers which are no parameters of the interface. */
    private static final Set<String> INTERNAL =
            Set.of("caller", "once", "paging", "edition", "request", "response", "!If-Match");

    /** One proof, of which no part is of use. */
    private static final Set<String> WHOLE = Set.of("getConsistencyProof");

    record Described(String call, JsonNode operation) {

        @Override
        public String toString() {
            return call;
        }

        private List<String> parameters() {
            return operation
                    .path("parameters")
                    .valueStream()
                    .map(parameter -> parameter.path("name").asString())
                    .toList();
        }

        private JsonNode answer(String status) {
            return resolved(operation.path("responses").path(status));
        }

        private List<String> statuses() {
            return List.copyOf(operation.path("responses").propertyNames());
        }
    }

    static Stream<Described> operations() {
        var found = new ArrayList<Described>();
        API.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry(
                        (method, operation) -> found.add(new Described(method + " " + path, operation))));
        assertThat(found).hasSizeGreaterThan(100);
        return found.stream();
    }

    private static JsonNode read() {
        try {
            return JsonMapper.shared().readTree(Files.readString(Path.of("..", "docs", "openapi.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : API.at(reference.substring(1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void anOperationSaysWhatItDoesUnderANameThatOneCanGuess(Described each) {
        var operation = each.operation();
        assertThat(operation.path("operationId").asString("")).matches("[a-z]+([A-Z][a-z]*)*");
        assertThat(operation.path("summary").asString("")).hasSizeBetween(5, 80).doesNotEndWith(".");
        assertThat(operation.path("description").asString(""))
                .hasSizeGreaterThan(10)
                .endsWith(".");
        assertThat(operation.path("tags").size()).isEqualTo(1);
        assertThat(API.path("tags").valueStream().map(tag -> tag.path("name").asString()))
                .contains(operation.path("tags").path(0).asString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void anOperationTakesWhatACallerSends(Described each) {
        assertThat(each.parameters()).doesNotContainAnyElementsOf(INTERNAL).doesNotHaveDuplicates();
        each.operation().path("parameters").forEach(parameter -> assertThat(
                        parameter.path("description").asString(""))
                .as(parameter.path("name").asString())
                .isNotEmpty());
        var body = each.operation().path("requestBody");
        if (!body.isMissingNode()) {
            assertThat(body.path("required").asBoolean(false)).isTrue();
            assertThat(body.at("/content").size()).isPositive();
            var json = body.at("/content/application~1json");
            // ExamplesTest sends it.
            if (!json.isMissingNode())
                assertThat(json.path("example").isObject()).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void anOperationAnswersWithASchema(Described each) {
        var good = each.statuses().stream()
                .filter(status -> status.startsWith("2"))
                .toList();
        assertThat(good).isNotEmpty();
        for (var status : good) {
            var answer = each.answer(status);
            assertThat(answer.path("description").asString("")).isNotEmpty();
            assertThat(answer.path("headers").has("X-Request-Id")).isTrue();
            if (status.equals("204")) continue;
            assertThat(answer.path("content").size()).as(status).isEqualTo(1);
            answer.path("content")
                    .forEach(media ->
                            assertThat(media.path("schema").size()).as(status).isPositive());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void anOperationSaysHowItFails(Described each) {
        var open = each.operation().path("security").isArray();
        if (!open) assertThat(each.statuses()).contains("401", "403");
        if (each.call().contains("{")) assertThat(each.statuses()).contains("404");
        if (each.parameters().contains("Idempotency-Key"))
            assertThat(each.statuses()).contains("409", "422");
        if (each.parameters().contains("If-Match")) assertThat(each.statuses()).contains("412", "428");
        if (each.operation().has("requestBody")) assertThat(each.statuses()).contains("400", "413", "415");
        for (var status : each.statuses()) {
            if (status.matches("[123].*") || status.equals("default")) continue;
            var answer = each.answer(status);
            assertThat(answer.at("/content/application~1problem+json/schema/$ref")
                            .asString(""))
                    .isEqualTo("#/components/schemas/Problem");
            assertThat(answer.path("x-problem-codes").size()).as(status).isPositive();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void whatIsCreatedHasAnAddressAndAListHasItsNextPage(Described each) {
        if (each.statuses().contains("201")) {
            assertThat(each.answer("201").path("headers").has("Location")).isTrue();
        }
        if (each.parameters().contains("cursor")) {
            assertThat(each.answer("200").path("headers").has("Link")).isTrue();
        }
        if (each.parameters().contains("Idempotency-Key")) {
            var done = each.statuses().stream().filter(status -> status.startsWith("2"));
            assertThat(done)
                    .allMatch(status -> each.answer(status).path("headers").has("Idempotency-Replayed"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void aListIsReadInPages(Described each) {
        var answer = resolved(each.answer("200").at("/content/application~1json/schema"));
        var isList = each.call().startsWith("get")
                && (answer.path("type").asString("").equals("array")
                        || answer.at("/properties/items").isObject());
        if (!isList || WHOLE.contains(each.operation().path("operationId").asString(""))) return;
        assertThat(each.parameters()).contains("limit").containsAnyOf("cursor", "after");
        assertThat(each.answer("200").path("headers").has("Link")).isTrue();
    }

    @Test
    void everyIdIsUsedOnce() {
        assertThat(operations().map(each -> each.operation().path("operationId").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theDocumentSaysWhereItIsServedAndHowOneSignsIn() {
        assertThat(API.at("/servers/0/url").asString("")).isNotEmpty();
        assertThat(API.at("/components/securitySchemes/bearer/scheme").asString(""))
                .isEqualTo("bearer");
        assertThat(API.at("/security/0").has("bearer")).isTrue();
        assertThat(API.path("tags"))
                .allSatisfy(
                        tag -> assertThat(tag.path("description").asString("")).isNotEmpty());
    }

    @Test
    void everySchemaThatIsNamedIsThereAndHasContent() {
        var named = new TreeSet<String>();
        API.findValues("$ref").forEach(reference -> named.add(reference.asString()));

        assertThat(named).allSatisfy(reference -> assertThat(
                        API.at(reference.substring(1)).size())
                .as(reference)
                .isPositive());
        assertThat(API.at("/components/schemas").propertyNames())
                .contains("Money", "Trade", "Receipt", "Certificate", "FactSheet")
                .doesNotContain("MediaType", "Which", "Evidence");
    }

    @Test
    void anAmountIsTheNamedSchemaAndNoCopyOfIt() {
        assertThat(API.findParents("currency")).allMatch(parent -> parent.has("amount"));
        assertThat(API.findParents("currency").stream()
                        .filter(parent -> parent.at("/currency/pattern").isString()))
                .hasSize(1);
    }
}
