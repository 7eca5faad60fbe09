package pujiang.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
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
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.json.DomainModule;
import pujiang.app.json.JsonConventions;
import pujiang.app.request.RequestRefusal;
import pujiang.listing.Purpose;
import pujiang.refusal.Refused;
import pujiang.trade.TradeId;
import pujiang.web.request.BodyLimit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hostile requests over a real connection: each is answered with the code and the place, and nothing else. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.threads.virtual.enabled=true", "logging.level.root=WARN"})
class BadInputTest {

    static final String GOOD =
            """
            {"buyer": "lake-labs", "purpose": "RESEARCH", "count": 3, "ratio": 0.5, "on": "2026-12-01", "terms":
             {"price": {"amount": "100.00", "currency": "CNY"}, "purposes": ["RESEARCH"], "territories": ["MAINLAND"],
              "termDays": 30, "until": "2027-01-31"}, "note": "海"}""";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JsonMapper json;

    @RestController
    static class Orders {

        @PutMapping("/api/v1/orders/{order}")
        Order put(@PathVariable TradeId order, @RequestBody Order body) {
            return body;
        }

        @GetMapping("/api/v1/orders")
        List<String> list(@RequestParam LocalDate on, @RequestParam Purpose purpose, @RequestParam int count) {
            return List.of();
        }

        @GetMapping("/api/v1/failures/{kind}")
        String fail(@PathVariable String kind) {
            throw switch (kind) {
                case "deadlock" -> new CannotAcquireLockException("Deadlock found");
                case "wrapped" ->
                    new CommandExecutionException("wrapped", new Refused(new RequestRefusal.OtherContent("lake-1")));
                case "database" -> new CannotGetJdbcConnectionException("no connection at 10.1.2.3");
                default -> new IllegalStateException("password is hunter2");
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
            })
    @ComponentScan(
            basePackageClasses = {Problem.class, BodyLimit.class},
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    @Import({JsonConventions.class, Orders.class})
    static class OnlyWhatAnswers {

        @Bean
        DomainModule domain() {
            return new DomainModule();
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
        }
    }

    @Test
    void aGoodRequestComesBackAsItWasSent() throws Exception {
        var answer = put(GOOD);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json.readTree(answer.body())).isEqualTo(json.readTree(GOOD));
    }

    @ParameterizedTest(name = "{0} → {1} is {2} at {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "lake-labs"             | "LAKE"                     | id.malformed         | /buyer
            "lake-labs"             | "a\\u0000b"                | text.control-character | /buyer
            "lake-labs"             | 5                          | field.wrong-type     | /buyer
            "lake-labs"             | null                       | field.required       | /buyer
            "lake-labs"             | {"value": "lake-labs"}     | field.wrong-type     | /buyer
            "buyer": "lake-labs",   | ``                         | field.required       | /buyer
            "note"                  | "remark"                   | field.unknown        | /remark
            "note"                  | "buyer"                    | field.duplicate      | /buyer
            "purpose": "RESEARCH"   | "purpose": "FUN"           | choice.unknown       | /purpose
            "purpose": "RESEARCH"   | "purpose": 0               | choice.unknown       | /purpose
            "purpose": "RESEARCH"   | "purpose": ""              | choice.unknown       | /purpose
            "count": 3              | "count": "3"               | field.wrong-type     | /count
            "count": 3              | "count": 3.5               | field.wrong-type     | /count
            "count": 3              | "count": true              | field.wrong-type     | /count
            "count": 3              | "count": null              | field.required       | /count
            "count": 3,             | ``                         | field.required       | /count
            "count": 3              | "count": 99999999999       | number.out-of-range  | /count
            "count": 3              | "count": 1e400             | field.wrong-type     | /count
            "ratio": 0.5            | "ratio": 1e400             | number.out-of-range  | /ratio
            "ratio": 0.5            | "ratio": "NaN"             | field.wrong-type     | /ratio
            2026-12-01              | 2026-02-30                 | date.malformed       | /on
            2026-12-01              | 01.12.2026                 | date.malformed       | /on
            "on": "2026-12-01"      | "on": 20000                | field.wrong-type     | /on
            "on": "2026-12-01"      | "on": [2026, 12, 1]        | field.wrong-type     | /on
            "海"                    | "a\\u0000b"                | text.control-character | /note
            "海"                    | "\\ud800"                  | text.not-unicode     | /note
            "海"                    | 7                          | field.wrong-type     | /note
            "amount": "100.00"      | "amount": "100.001"        | money.too-fine       | /terms/price/amount
            "amount": "100.00"      | "amount": "1e3"            | money.malformed      | /terms/price/amount
            "amount": "100.00"      | "amount": 100.00           | field.wrong-type     | /terms/price/amount
            "amount": "100.00"      | "amount": "-1.00"          | number.out-of-range  | /terms/price/amount
            "currency": "CNY"       | "currency": "XYZ"          | currency.unknown     | /terms/price/currency
            "currency": "CNY"       | "currency": "USD"          | currency.unsupported | /terms/price/currency
            , "currency": "CNY"     | ``                         | field.required       | /terms/price/currency
            "termDays": 30          | "termDays": 99999          | number.out-of-range  | /terms/termDays
            "termDays": 30          | "termDays": 30, "x/y~": 1  | field.unknown        | /terms/x~1y~0
            "purposes": ["RESEARCH"]| "purposes": []             | list.empty           | /terms/purposes
            "purposes": ["RESEARCH"]| "purposes": ["RESEARCH", 1]| choice.unknown       | /terms/purposes/1
            "purposes": ["RESEARCH"]| "purposes": [null]         | field.required       | /terms/purposes/0
            "purposes": ["RESEARCH"]| "purposes": "RESEARCH"     | field.wrong-type     | /terms/purposes
            """)
    void aWrongFieldIsNamedByItsPointer(String from, String to, String code, String pointer) throws Exception {
        assertThat(GOOD).contains(from);

        var problem = problem(put(GOOD.replace(from, to)), 400, "request.invalid");

        assertThat(problem.at("/errors/0/code").asString())
                .as(problem.toString())
                .isEqualTo(code);
        assertThat(problem.at("/errors/0/pointer").asString())
                .as(problem.toString())
                .isEqualTo(pointer);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"buyer": "lake-labs"    | request.malformed
            {"buyer": }              | request.malformed
            {buyer: 1}               | request.malformed
            <order/>                 | request.malformed
            []                       | request.invalid
            "x"                      | request.invalid
            null                     | request.invalid
            ``                       | request.invalid
            """)
    void aBodyThatIsNoSuchObjectIsRefused(String body, String code) throws Exception {
        problem(put(body), 400, code);
    }

    @Test
    void malformedJsonIsToldByLineAndColumn() throws Exception {
        var problem = problem(put("{\n  \"buyer\": ?}"), 400, "request.malformed");

        assertThat(problem.get("detail").asString()).contains("line 2", "column 1");
    }

    @Test
    void somethingAfterTheDocumentIsRefused() throws Exception {
        problem(put(GOOD + " {}"), 400, "request.malformed");
    }

    @Test
    void invalidUtf8IsRefused() throws Exception {
        var bytes = GOOD.replace("海", "é").getBytes(StandardCharsets.ISO_8859_1);

        problem(send(request("/orders/trade-1").PUT(BodyPublishers.ofByteArray(bytes))), 400, "request.malformed");
    }

    @Test
    void deepNestingAndLongNumbersAreRefused() throws Exception {
        problem(put("[".repeat(100_000)), 400, "request.invalid");
        problem(put(GOOD.replace(": 3,", ": " + "9".repeat(1_000) + ",")), 400, "request.too-complex");
    }

    @Test
    void aBodyOverTheLimitIsRefusedWithAndWithoutADeclaredLength() throws Exception {
        var large = (GOOD + " ".repeat(BodyLimit.LARGEST_BYTES)).getBytes(StandardCharsets.UTF_8);

        problem(send(request("/orders/trade-1").PUT(BodyPublishers.ofByteArray(large))), 413, "request.too-large");
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
        problem(send(request("/orders/trade-1").PUT(chunked)), 413, "request.too-large");
    }

    @ParameterizedTest(name = "{0} {1} {2} → {3} {4}")
    @CsvSource(
            textBlock =
                    """
            PUT,    /orders/trade-1,      text/csv,         415, request.media-type-unsupported
            POST,   /orders/trade-1,      application/json, 405, request.method-not-allowed
            DELETE, /orders/trade-1,      application/json, 405, request.method-not-allowed
            GET,    /nowhere,             application/json, 404, request.not-found
            PUT,    /orders/TRADE,        application/json, 400, request.invalid
            PUT,    /orders/a%00b,        application/json, 400, request.malformed
            GET,    /failures/deadlock,   application/json, 409, request.changed-meanwhile
            GET,    /failures/wrapped,    application/json, 409, creation.other-content
            GET,    /failures/database,   application/json, 503, exchange.unavailable
            GET,    /failures/surprise,   application/json, 500, exchange.internal
            """)
    void whateverFailsIsAProblem(String method, String path, String type, int status, String code) throws Exception {
        var answer = send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : GOOD)));

        var problem = problem(answer, status, code);

        assertThat(answer.body()).doesNotContain("hunter2", "10.1.2.3", "Exception", "\tat ");
        assertThat(answer.headers().firstValue("Retry-After").isPresent())
                .isEqualTo(problem.get("retry").asBoolean());
    }

    private JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        var problem = json.readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        return problem;
    }

    private HttpResponse<String> put(String body) throws IOException, InterruptedException {
        return send(request("/orders/trade-1").PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json");
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + "/api/v1" + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
