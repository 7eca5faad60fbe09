package pujiang.app.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each rule had to say, by all decisions of the exchange, and by a file of them. */
@ExchangeTest
class CoverageTest {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @TempDir
    private Path folder;

    private Market market;
    private String officer;
    private Sale sale;

    @BeforeEach
    void someoneSells() throws Exception {
        market = new Market(port, accounts);
        officer = market.staff(Role.COMPLIANCE_OFFICER);
        sale = new Sale(market, "10.00").deposit("100.00");
    }

    @Test
    void everyDecisionIsCountedOnceWhenItIsThere() throws Exception {
        var before = coverage();
        refused();
        var after = coverage();

        assertThat(after.path("decisions").asLong() - before.path("decisions").asLong())
                .isEqualTo(2);
        assertThat(rule(after, "SDE-4").path("asked").asLong()
                        - rule(before, "SDE-4").path("asked").asLong())
                .isEqualTo(2);
        assertThat(rule(after, "SDE-4").path("outcomes").path("DENY").asLong()
                        - rule(before, "SDE-4").path("outcomes").path("DENY").asLong())
                .isEqualTo(1);
        assertThat(rule(after, "SDE-4").path("last").asString()).isNotEmpty();
        assertThat(coverage()).isEqualTo(after);
    }

    @Test
    void rulesOfTheListingGateAreAskedByListings() throws Exception {
        var before = coverage();
        new Sale(market, "11.00");
        var after = coverage();

        var asked = rule(after, "SDE-1").path("asked").asLong();
        assertThat(asked).isGreaterThan(rule(before, "SDE-1").path("asked").asLong());
        assertThat(rule(after, "SDE-1").path("fired"))
                .isEqualTo(rule(before, "SDE-1").path("fired"));
        assertThat(after.path("contradictions")).isEmpty();
        assertThat(after.path("strangers")).isEmpty();
    }

    /** Other tests share this exchange, so which rules are silent differs from run to run; that they are listed does not. */
    @Test
    void rulesThatWereAskedAndStayedSilentAreListed() throws Exception {
        var coverage = coverage();
        var silent = rules(coverage)
                .filter(rule ->
                        rule.path("asked").asLong() > 0 && rule.path("fired").asLong() == 0)
                .map(rule ->
                        rule.path("rule").asString() + " (" + rule.path("from").asString() + ")");

        assertThat(texts(coverage.path("neverFired")))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(silent.toList());
    }

    @Test
    void theFileOfDecisionsTellsTheSameOfOrders() throws Exception {
        refused();
        var file = folder.resolve("decisions.jsonl");
        Files.writeString(file, export() + "nonsense\n{\"format\": \"pujiang-decision/1\", \"facts\": {}}\n");
        var out = new ByteArrayOutputStream();

        var code = Rules.run(List.of("coverage", file.toString()), stream(out), stream(new ByteArrayOutputStream()));

        assertThat(code).isEqualTo(1);
        var lines = out.toString(UTF_8).lines().map(JSON::readTree).toList();
        var told = lines.stream()
                .map(line -> line.path("rule"))
                .filter(rule -> rule.path("rule").asString("").equals("SDE-4"))
                .findFirst()
                .orElseThrow();
        assertThat(told).isEqualTo(rule(coverage(), "SDE-4"));
        assertThat(lines.getLast().path("unreadable").asInt()).isEqualTo(2);
        assertThat(lines.stream().filter(line -> line.has("cannotBeRead"))).hasSize(2);
    }

    private void refused() throws Exception {
        var trade = fresh("covered");
        sale.order(trade).is(201);
        var listing = market.get(officer, "/trades/" + trade).text("/agreement/listing");
        market.put(
                sale.buyer(),
                "/trades/" + fresh("covered"),
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": ""}}"""
                        .formatted(listing));
    }

    private JsonNode coverage() throws Exception {
        return market.get(officer, "/rule-book/coverage").is(200).body();
    }

    private String export() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/decisions"))
                    .header("Authorization", "Bearer " + officer)
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static JsonNode rule(JsonNode coverage, String id) {
        return rules(coverage)
                .filter(rule -> rule.path("rule").asString("").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> rules(JsonNode coverage) {
        return StreamSupport.stream(coverage.path("instruments").spliterator(), false)
                .flatMap(instrument ->
                        StreamSupport.stream(instrument.path("rules").spliterator(), false));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static PrintStream stream(ByteArrayOutputStream out) {
        return new PrintStream(out, true, UTF_8);
    }
}
