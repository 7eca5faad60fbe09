package pujiang.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.problem.Twists.Twist;
import pujiang.web.security.AccessCast;
import pujiang.web.security.AccessTable;
import pujiang.web.security.AccessTable.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every body that {@code /openapi.json} describes, spoilt field by field: a new endpoint is swept without a word here.
 * The good body and who may send it come from {@code access.txt}.
 */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class BodySweepTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What proves who somebody is, is right or wrong: nobody is told how. */
    private static final Set<String> CREDENTIALS = Set.of(
            "POST /api/v1/tokens /username is too long",
            "POST /api/v1/tokens /password is too long",
            "PUT /api/v1/me/password /current is too long");

    /** What the exchange finds to be owed by itself, it finds a moment later. */
    private static final List<String> TABLES = List.of(
            "domain_event_entry where payload_type <> 'obligation.incurred'",
            "idempotency",
            "user_account",
            "access_token",
            "ledger_transfer",
            "bank_booking");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private final HttpClient http = HttpClient.newHttpClient();
    private AccessCast cast;
    private JsonNode api = JSON.missingNode();

    record Endpoint(String call, JsonNode schema) {

        @Override
        public String toString() {
            return call;
        }
    }

    @BeforeAll
    void everybodyIsThere() throws Exception {
        cast = new AccessCast(new Market(port, accounts), accounts, database);
    }

    Stream<Endpoint> endpoints() throws Exception {
        api = JSON.readTree(
                send(HttpRequest.newBuilder(address("/openapi.json"))).body());
        var found = new ArrayList<Endpoint>();
        api.get("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    var schema = operation.at("/requestBody/content/application~1json/schema");
                    if (!schema.isMissingNode())
                        found.add(new Endpoint(method.toUpperCase(Locale.ROOT) + " " + path, schema));
                }));
        assertThat(found).hasSizeGreaterThan(20);
        return found.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endpoints")
    void aSpoiltBodyIsRefusedAtItsFieldAndChangesNothing(Endpoint endpoint, CapturedOutput log) throws Exception {
        var row = row(endpoint);
        var things = cast.freshThings(row.admitted());
        var path = things.filled(row.path());
        var twists = Twists.of(api, endpoint.schema(), things.body(row.body()));
        assertThat(twists).hasSizeGreaterThan(4);
        var before = rows();

        var wrong = new ArrayList<String>();
        for (var twist : twists) {
            var answer = send(request(row, path, twist.body()));
            var complaint = complaint(endpoint, twist, answer);
            if (!complaint.isEmpty()) wrong.add(twist + " → " + complaint + ": " + answer.body());
        }

        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
        assertThat(log).doesNotContain("Incident", "Exception");
    }

    private static Row row(Endpoint endpoint) {
        return AccessTable.read().rows().stream()
                .filter(row -> row.endpoint().equals(endpoint.call()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("access.txt has no row for " + endpoint));
    }

    /** Empty if the answer is as it should be. */
    private static String complaint(Endpoint endpoint, Twist twist, HttpResponse<String> answer) {
        if (CREDENTIALS.contains(endpoint + " " + twist)) return answer.statusCode() / 100 == 4 ? "" : "accepted";
        if (answer.statusCode() != 400) return "not 400 but " + answer.statusCode();
        if (!answer.headers().firstValue("Content-Type").orElse("").contains(Problem.MEDIA_TYPE)) return "no problem";
        if (Stream.of("Exception", "\\tat ", "pujiang.", "java.").anyMatch(answer.body()::contains))
            return "tells ours";
        var error = JSON.readTree(answer.body()).at("/errors/0");
        if (error.path("code").asString("").isEmpty()) return "no code";
        var pointer = error.path("pointer").asString("none");
        return pointer.equals(twist.pointer()) || pointer.startsWith(twist.pointer() + "/") ? "" : "at " + pointer;
    }

    private HttpRequest.Builder request(Row row, String path, String body) {
        return HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Market.fresh("key"))
                .header("Authorization", "Bearer " + cast.token(row.admitted()))
                .method(row.method(), BodyPublishers.ofString(body));
    }

    private List<Long> rows() {
        return TABLES.stream()
                .map(table -> database.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
