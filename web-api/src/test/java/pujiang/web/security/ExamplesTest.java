package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.security.Accounts;
import pujiang.web.DescribedAnswers;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.security.AccessTable.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The example of each operation in {@code docs/openapi.json} is sent as it stands there, and is accepted. Only what names a
 * thing that the test has made is put in its place; who may send it, and to what, says {@code access.txt}.
 */
@ExchangeTest
@TestPropertySource(properties = "pujiang.law.most-unreported=3")
@TestInstance(Lifecycle.PER_CLASS)
class ExamplesTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Members that name something of the exchange that is asked, or prove who somebody is. */
    private static final Set<String> NAMES = Set.of(
            "listing",
            "product",
            "participant",
            "decision",
            "digest",
            "plan",
            "report",
            "version",
            "sha256",
            "reference",
            "creditCode",
            "person",
            "username",
            "password",
            "current",
            "since");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private final HttpClient http = HttpClient.newHttpClient();
    private AccessCast cast;

    record Example(String call, JsonNode body) {

        @Override
        public String toString() {
            return call;
        }
    }

    @BeforeAll
    void everybodyIsThere() throws Exception {
        cast = new AccessCast(new Market(port, accounts), accounts, database);
    }

    @AfterAll
    void asDelivered() throws Exception {
        cast.drafts().leaveTheOwnBookInForce();
    }

    static Stream<Example> examples() throws IOException {
        var api = JSON.readTree(Files.readString(Path.of("..", "docs", "openapi.json")));
        var found = new ArrayList<Example>();
        api.get("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    var json = operation.at("/requestBody/content/application~1json");
                    if (!json.isMissingNode()) {
                        found.add(new Example(method.toUpperCase(Locale.ROOT) + " " + path, json.path("example")));
                    }
                }));
        assertThat(found).hasSizeGreaterThan(50);
        return found.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void anExampleIsAccepted(Example example) throws Exception {
        assertThat(example.body().isObject()).as("an example in examples.json").isTrue();
        var row = row(example);
        var things = cast.freshThings(row.admitted());
        var path = things.filled(row.path());
        var body = (ObjectNode) example.body().deepCopy();
        name(body, JSON.readTree(things.body(row.body())));

        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Market.fresh("key"))
                .header("Authorization", "Bearer " + cast.token(row.admitted()))
                .method(row.method(), BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (row.conditional()) request.header("If-Match", tag(row, path));
        var answer = http.send(request.build(), BodyHandlers.ofString());

        DescribedAnswers.check(answer);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    /** Of what the last step of the path is a part of. */
    private String tag(Row row, String path) throws Exception {
        var whole = path.substring("/api/v1".length(), path.lastIndexOf('/'));
        return cast.market().get(cast.token(row.admitted()), whole).is(200).etag();
    }

    /** What the test has made instead of what the example names, at every depth. */
    private static void name(ObjectNode example, JsonNode made) {
        for (var member : example.propertyNames().toArray(String[]::new)) {
            var own = made.path(member);
            if (NAMES.contains(member) && own.isValueNode()) example.set(member, own);
            if (example.get(member) instanceof ObjectNode inner) name(inner, own);
        }
    }

    private static Row row(Example example) {
        return AccessTable.read().rows().stream()
                .filter(row -> row.endpoint().equals(example.call()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("access.txt has no row for " + example));
    }
}
