package pujiang.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.security.Accounts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.request.Extremes.Extreme;
import pujiang.web.security.AccessCast;
import pujiang.web.security.AccessTable;
import pujiang.web.security.AccessTable.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every field of every request, at the extremes of its kind; then the whole trade over all that was accepted, until every
 * follower has read it, and every list and every balance is still read. An exchange of its own, which nobody else spoils.
 */
@ExchangeTest
@TestPropertySource(properties = "pujiang.law.most-unreported=7")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class EntryWalkTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A refusal of these names no field: it is of the whole body. */
    private static final List<String> OF_THE_BODY =
            List.of("request.malformed", "request.too-complex", "request.too-large");

    /** A good value of the first makes the second wrong: the end before the start, more decimals than the currency has. */
    private static final List<String> CONTRADICTED =
            List.of("from to", "currency amount", "participant roles", "participant username");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    MeterRegistry meters;

    private Walkers walkers;
    private final AtomicInteger walked = new AtomicInteger();
    private final AtomicInteger fields = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private JsonNode api = JSON.missingNode();

    record Endpoint(Row row, JsonNode schema) {}

    @BeforeAll
    void everybodyIsThere() throws Exception {
        walkers = new Walkers(port, accounts, database);
        api = JSON.readTree(walkers.send(walkers.request("/openapi.json")).body());
    }

    @Test
    @Order(1)
    void everyFieldOfEveryBodyTakesAnExtremeOrNamesWhatItRefuses(CapturedOutput log) throws Exception {
        var wrong = new ConcurrentLinkedQueue<String>();
        var endpoints = endpoints();
        walkers.sideBySide(endpoints, (endpoint, cast) -> walk(endpoint, cast, wrong));

        System.out.printf(
                "Walked %d bodies, %d fields, %d values: %d accepted, %d refused.%n",
                endpoints.size(), fields.get(), walked.get(), accepted.get(), walked.get() - accepted.get());
        assertThat(wrong).isEmpty();
        assertThat(log).doesNotContain("Incident ");
    }

    @Test
    @Order(2)
    void everyPathQueryAndFormBearsAnything(CapturedOutput log) throws Exception {
        var wrong = new ConcurrentLinkedQueue<String>();
        var rows = AccessTable.read().rows().stream()
                .filter(row -> !row.call().contains("/actuator") && !row.call().startsWith("ANY"))
                .toList();
        var asked = new AtomicInteger();
        var attempts = new Attempts(walkers, api);
        walkers.sideBySide(rows, (row, cast) -> {
            var who = admitted(row);
            for (var attempt : attempts.of(row, cast.things(who))) {
                asked.incrementAndGet();
                var answer = walkers.send(attempt.header("Authorization", "Bearer " + cast.token(who)));
                if (answer.statusCode() >= 500) wrong.add(row + " " + answer.uri() + " → " + answer.body());
            }
        });
        System.out.printf(
                "Walked the paths, queries and forms of %d endpoints: %d requests.%n", rows.size(), asked.get());
        assertThat(wrong).isEmpty();
        assertThat(log).doesNotContain("Incident ");
    }

    @Test
    @Order(3)
    void overAllThatWasAcceptedTheWholeTradeRunsAndEverythingIsRead(CapturedOutput log) throws Exception {
        var trades = new AtomicInteger();
        for (var cast : walkers.casts()) {
            var content = cast.things("vendor").filled("{\"sha256\": \"{content}\"}");
            walkers.sideBySide(offers(cast), (listing, _) -> {
                if (traded(listing, content, cast)) trades.incrementAndGet();
            });
        }
        everyFollowerHasReadIt();
        allThatIsStoredFitsTogether();
        var read = everyListIsRead();
        System.out.printf("Ran %d whole trades; read %d lists and pages.%n", trades.get(), read);
        assertThat(trades.get()).isPositive();
        assertThat(log).doesNotContain("Incident ", "could not be ended", "is not taken");
    }

    private List<Endpoint> endpoints() {
        var found = new ArrayList<Endpoint>();
        api.get("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    var schema = operation.at("/requestBody/content/application~1json/schema");
                    var call = method.toUpperCase(Locale.ROOT) + " " + path;
                    if (!schema.isMissingNode()) rows(call).forEach(row -> found.add(new Endpoint(row, schema)));
                }));
        assertThat(found).hasSizeGreaterThan(35);
        return found;
    }

    private static Stream<Row> rows(String call) {
        var all = AccessTable.read().rows().stream()
                .filter(row -> row.endpoint().replace(" If-Match", "").equals(call))
                .toList();
        assertThat(all).as("rows of access.txt for %s", call).isNotEmpty();
        return all.stream();
    }

    private void walk(Endpoint endpoint, AccessCast cast, Queue<String> wrong) throws Exception {
        var row = endpoint.row();
        var everyFact = row.path().endsWith("/evaluations");
        var things = cast.freshThings(row.admitted());
        var good = things.body(row.body());
        var first = Extremes.of(api, endpoint.schema(), good, everyFact);
        fields.addAndGet(first.fields());
        var path = things.filled(row.path());
        var extremes = first.all();
        for (int i = 0; i < extremes.size(); i++) {
            var extreme = extremes.get(i);
            var answer = walkers.send(body(row, path, extreme.body(), cast));
            walked.incrementAndGet();
            var complaint = complaint(extreme, answer);
            if (!complaint.isEmpty()) wrong.add(row + " " + extreme + " → " + complaint + " " + answer.body());
            if (answer.statusCode() >= 300) continue;
            accepted.incrementAndGet();
            // What was done is done: the next is tried on something new.
            things = cast.freshThings(row.admitted());
            var next = things.body(row.body());
            path = things.filled(row.path());
            if (next.equals(good)) continue;
            good = next;
            extremes = Extremes.of(api, endpoint.schema(), good, everyFact).all();
        }
    }

    /** Empty if the answer is as it should be. */
    private static String complaint(Extreme extreme, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status < 300) return extreme.mustFail() ? "accepted" : "";
        if (!List.of(400, 401, 403, 404, 409, 412, 413, 422).contains(status)) return "status " + status;
        if (status != 400) return "";
        var problem = JSON.readTree(answer.body());
        if (OF_THE_BODY.contains(problem.path("code").asString(""))) return "";
        var pointer = problem.at("/errors/0/pointer").asString("none");
        var names = pointer.equals(extreme.pointer())
                || pointer.startsWith(extreme.pointer() + "/")
                || extreme.pointer().startsWith(pointer + "/")
                || CONTRADICTED.contains(name(extreme.pointer()) + " " + name(pointer));
        return names ? "" : "names " + pointer;
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private HttpRequest.Builder body(Row row, String path, String body, AccessCast cast) {
        var request = walkers.request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + cast.token(row.admitted()))
                .method(row.method(), BodyPublishers.ofString(body));
        if (row.method().equals("POST")) request.header("Idempotency-Key", Market.fresh("key"));
        if (row.conditional()) request.header("If-Match", "\"v1\"");
        return request;
    }

    /** What nobody finds, the operator asks for. */
    private static String admitted(Row row) {
        return row.cells().values().stream().anyMatch(cell -> cell.startsWith("2")) ? row.admitted() : "operator";
    }

    /** All that the vendor offers, and, offered for nothing, all that it has registered. */
    private List<String> offers(AccessCast cast) throws Exception {
        var offered = new ArrayList<String>();
        var vendor = cast.things("vendor").filled("{participant}");
        walkers.items("/api/v1/listings?limit=200&vendor=" + vendor, cast.token("vendor"))
                .forEach(listing -> offered.add(listing.path("id").asString()));
        for (var product : walkers.items("/api/v1/products?limit=200", cast.token("vendor"))) {
            if (product.path("struckOff").asBoolean(false)) continue;
            var id = product.path("id").asString();
            var listing = Market.fresh("walked");
            walkers.put("/products/" + id + "/assessments/" + listing, cast.token("operator"), Market.ASSESSED);
            if (walkers.put("/listings/" + listing, cast.token("vendor"), Market.listing(id, "0.00")) == 201)
                offered.add(listing);
        }
        return offered;
    }

    /** Whether the law, the money and the terms let it be ordered, delivered and accepted; whatever it is, nothing breaks. */
    private boolean traded(String listing, String content, AccessCast cast) throws Exception {
        var trade = Market.fresh("walked-trade");
        var revision = walkers.json("/api/v1/listings/" + listing, cast.token("vendor"))
                .path("revision")
                .asInt(1);
        var order =
                "{\"listing\": \"%s\", \"revision\": %d, \"use\": {\"purpose\": \"RESEARCH\", \"scenario\": \"study\"}}"
                        .formatted(listing, revision);
        if (walkers.put("/trades/" + trade, cast.token("buyer"), order) != 201) return false;
        if (walkers.post("/trades/" + trade + "/delivery", cast.token("vendor"), content) != 200) return false;
        return walkers.post("/trades/" + trade + "/acceptance", cast.token("buyer"), "{}") == 200;
    }

    private void everyFollowerHasReadIt() throws Exception {
        for (int attempt = 0; ; attempt++) {
            var behind = meters.find("pujiang.follower.lag").gauges().stream()
                    .mapToDouble(gauge -> gauge.value())
                    .sum();
            if (behind == 0) return;
            assertThat(attempt)
                    .as("events that a follower does not get past: %s", behind)
                    .isLessThan(600);
            Thread.sleep(100);
        }
    }

    /** By the exchange's own check. */
    private void allThatIsStoredFitsTogether() throws Exception {
        var operator = walkers.casts().getFirst().token("operator");
        assertThat(walkers.post("/fsck", operator, "")).isEqualTo(202);
        for (int attempt = 0; ; attempt++) {
            var check = walkers.json("/api/v1/fsck", operator);
            if (!check.path("state").asString().equals("running")) {
                assertThat(check.path("state").asString())
                        .as(check.toPrettyString())
                        .isEqualTo("clean");
                return;
            }
            assertThat(attempt).as("a check that does not end").isLessThan(1_200);
            Thread.sleep(100);
        }
    }

    /** To the last page of each. */
    private int everyListIsRead() throws Exception {
        var cast = walkers.casts().getFirst();
        int read = 0;
        for (var row : AccessTable.read().rows()) {
            if (!row.method().equals("GET")
                    || row.path().contains("{")
                    || row.path().contains("**")) continue;
            if (row.cells().values().stream().noneMatch(cell -> cell.startsWith("2"))) continue;
            var token = cast.token(row.admitted());
            read += walkers.pages(row.path(), token).size();
        }
        return read;
    }
}
