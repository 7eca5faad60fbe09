package pujiang.web.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.edition.Edition;
import pujiang.app.edition.Editions;
import pujiang.app.json.JsonConventions;
import pujiang.app.paging.CursorKey;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.trade.TradeId;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.problem.Problem;
import pujiang.web.request.BodyLimit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lists, edits and descriptions have in common, shown on a controller that does nothing else. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ConventionsTest {

    private static final int ROWS = 120;
    private static final int CURRENT = 7;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JsonMapper json;

    record Parcel(TradeId id, Money price, @Nullable String note) {}

    @RestController
    static class Parcels {

        private final Editions editions;

        Parcels(Editions editions) {
            this.editions = editions;
        }

        @GetMapping("/api/v1/parcels")
        Page<Integer> list(Paging paging) {
            int after =
                    paging.after().map(place -> Integer.parseInt(place.get(1))).orElse(0);
            var rows = IntStream.rangeClosed(after + 1, ROWS)
                    .boxed()
                    .limit(paging.rowsToRead())
                    .toList();
            return paging.page(rows, row -> List.of("2026-11-23", row.toString()));
        }

        @GetMapping("/api/v1/parcels/{id}")
        ResponseEntity<Parcel> read(@PathVariable TradeId id) {
            var parcel = new Parcel(id, Money.of(CurrencyUnit.of("CNY"), 5), null);
            return ResponseEntity.ok().eTag(editions.tag(CURRENT, parcel)).body(parcel);
        }

        @PutMapping("/api/v1/parcels/{id}")
        void edit(@PathVariable TradeId id, @RequestBody Parcel parcel, Edition edition) {
            edition.mustBe(CURRENT);
        }

        @PostMapping("/api/v1/parcels/{id}/dispatch")
        ResponseEntity<Parcel> dispatch(@PathVariable TradeId id, @RequestBody Parcel parcel, Idempotent once) {
            return ResponseEntity.ok(parcel);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
            })
    @ComponentScan(
            basePackageClasses = {
                Problem.class,
                BodyLimit.class,
                Paging.class,
                Edition.class,
                InterfaceDescription.class
            },
            basePackages = {"pujiang.web.paging", "pujiang.web.edition"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    @Import({JsonConventions.class, Parcels.class})
    static class OnlyConventions {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        CursorKey cursorKey() {
            return new CursorKey("known to nobody".getBytes(UTF_8));
        }
    }

    @Test
    void aListIsReadPageByPageWithoutGapOrRepetition() throws Exception {
        var seen = new ArrayList<Integer>();
        var next = "/parcels";
        for (int pages = 0; next != null; pages++) {
            assertThat(pages).isLessThan(10);
            var answer = get(next);
            var page = json.readTree(answer.body());
            page.get("items").forEach(item -> seen.add(item.asInt()));
            var link = answer.headers().firstValue("Link");
            assertThat(link.isPresent()).isEqualTo(!page.get("next").isNull());
            next = link.map(it -> it.replaceFirst("^</api/v1(.*)>; rel=\"next\"$", "$1"))
                    .orElse(null);
        }
        assertThat(seen).isEqualTo(IntStream.rangeClosed(1, ROWS).boxed().toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
            ?limit=0,              number.out-of-range
            ?limit=201,            number.out-of-range
            ?limit=-1,             number.out-of-range
            ?limit=1e2,            number.out-of-range
            ?limit=99999999999999, number.out-of-range
            ?cursor=,              cursor.malformed
            ?cursor=AAAA,          cursor.malformed
            ?cursor=%00,           cursor.malformed
            ?cursor=1%20OR%201=1,  cursor.malformed
            """)
    void aWrongPageIsRefused(String query, String code) throws Exception {
        var answer = get("/parcels" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).at("/errors/0/code").asString()).isEqualTo(code);
    }

    @Test
    void aCursorThatWasChangedOrIsForAnotherListIsRefused() throws Exception {
        var cursor = json.readTree(get("/parcels?limit=5").body()).get("next").asString();
        for (int i = 0; i < cursor.length(); i++) {
            var other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            var changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThat(get("/parcels?cursor=" + changed).statusCode())
                    .as(changed)
                    .isEqualTo(400);
        }
        assertThat(get("/parcels?cursor=" + cursor).statusCode()).isEqualTo(200);
        assertThat(get("/parcels?state=OPEN&cursor=" + cursor).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest(name = "If-Match {0} → {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ``           | 428 | edition.if-match-missing
            v7           | 400 | edition.if-match-malformed
            W/"v7"       | 400 | edition.if-match-malformed
            *            | 400 | edition.if-match-malformed
            "v7", "v8"   | 400 | edition.if-match-malformed
            "v99999999999999999999" | 400 | edition.if-match-malformed
            "v6"         | 412 | edition.stale
            "v7"         | 200 | ``
            """)
    void anEditNamesTheEditionItChanges(String ifMatch, int status, String code) throws Exception {
        var request = request("/parcels/lake-1")
                .header("Content-Type", "application/json")
                .PUT(
                        BodyPublishers.ofString(
                                """
                        {"id": "lake-1", "price": {"amount": "5.00", "currency": "CNY"}}"""));
        if (!ifMatch.isEmpty()) request.header("If-Match", ifMatch);

        var answer = http.send(request.build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void whoHasTheEditionAlreadyIsToldNothingNew() throws Exception {
        var tag = get("/parcels/lake-1").headers().firstValue("ETag").orElse("");
        assertThat(tag).startsWith("\"v7-");

        for (var known : List.of(tag, "\"other\", W/" + tag)) {
            var again = reread(known);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
        assertThat(reread("\"v7\"").statusCode()).as("the edition alone").isEqualTo(200);
    }

    private HttpResponse<String> reread(String known) throws Exception {
        return http.send(
                request("/parcels/lake-1").header("If-None-Match", known).build(), BodyHandlers.ofString());
    }

    @Test
    void theDescriptionTellsWhatTheJsonReaderDoes() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/openapi.json"))
                        .build(),
                BodyHandlers.ofString());
        var api = json.readTree(answer.body());

        assertThat(api.get("openapi").asString()).startsWith("3.1");
        var parcel = api.at("/components/schemas/Parcel");
        assertThat(parcel.at("/properties/id/type").asString())
                .as(answer.body())
                .isEqualTo("string");
        assertThat(parcel.at("/properties/price/$ref").asString()).isEqualTo("#/components/schemas/Money");
        assertThat(api.at("/components/schemas/Money/properties/amount/type").asString())
                .isEqualTo("string");
        assertThat(texts(parcel.get("required"))).containsExactlyInAnyOrder("id", "price");
        assertThat(texts(api.at("/components/schemas/Problem/required"))).contains("code", "retry");

        assertThat(names(api.at("/paths/~1api~1v1~1parcels/get/parameters"))).containsExactly("limit", "cursor");
        assertThat(names(api.at("/paths/~1api~1v1~1parcels~1{id}/put/parameters")))
                .containsExactly("id", "If-Match");
        assertThat(names(api.at("/paths/~1api~1v1~1parcels~1{id}~1dispatch/post/parameters")))
                .containsExactly("id", "Idempotency-Key");
        assertThat(api.at("/paths/~1api~1v1~1parcels~1{id}/put/responses/default/content/application~1problem+json")
                        .isMissingNode())
                .isFalse();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> names(JsonNode parameters) {
        return parameters
                .valueStream()
                .map(parameter -> parameter.get("name").asString())
                .toList();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path));
    }
}
