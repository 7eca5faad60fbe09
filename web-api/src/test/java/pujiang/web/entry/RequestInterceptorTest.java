package pujiang.web.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What cannot be understood, or not be answered, is refused by its name before anything is done. */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class RequestInterceptorTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;
    private Sale sale;

    @BeforeAll
    void aSale() throws Exception {
        market = new Market(port, accounts);
        sale = new Sale(market, "10.00").deposit("1000.00");
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(
            textBlock =
                    """
            /api/v1/trades?buyer=x,                 buyer,  field.unknown
            /api/v1/trades?State=agreed,            State,  field.unknown
            /api/v1/listings?text=a&sort=price,     sort,   field.unknown
            /api/v1/trades?state=agreed&state=held, state,  field.duplicate
            /api/v1/listings?limit=1&limit=2,       limit,  field.duplicate
            /api/v1/log/consistency?from=1&to=1&x,  x,      field.unknown
            /trades?buyer=x,                        buyer,  field.unknown
            """)
    void aParameterThatNobodyUnderstandsIsNamed(String path, String parameter, String code) throws Exception {
        var problem = problem(send(asked(sale.buyer(), path).GET()), 400, "request.invalid");

        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo(parameter);
        assertThat(problem.at("/errors/0/code").asString()).isEqualTo(code);
    }

    @Test
    void anOrderWhoseAnswerNobodyWouldReadIsNotPlaced() throws Exception {
        var trade = "/trades/" + fresh("unread");
        var order = BodyPublishers.ofString(order());

        problem(
                send(json(sale.buyer(), "/api/v1" + trade)
                        .header("Accept", "text/csv")
                        .PUT(order)),
                406,
                "request.not-acceptable");

        market.get(sale.buyer(), trade).is(404);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            application/yaml, application/json            | 200
            */*, application/problem+json                 | 200
            application/*                                 | 200
            text/html,*/*;q=0.1                           | 200
            application/json;charset=gbk                  | 200
            application/json;v=2;q=0.5                    | 200
            application/yaml                              | 406
            application/xml                               | 406
            application/cbor, application/x-jackson-smile | 406
            */*, application/json;q=0                     | 406
            nonsense                                      | 406
            """)
    void aSuccessIsJsonAndNothingElse(String accept, int status) throws Exception {
        var answer = send(asked(sale.buyer(), "/api/v1/accounts/" + sale.buyerId())
                .header("Accept", accept)
                .GET());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains(status == 200 ? "application/json" : "application/problem+json");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            application/yaml                   | {}
            application/x-yaml                 | {}
            application/xml                    | <a/>
            application/cbor                   | {}
            application/merge-patch+json       | {}
            application/json; charset=nonsense | {}
            application/json; charset=gbk      | {}
            application/json;charset=utf-16    | {}
            text/json                          | {}
            """)
    void aBodyInAFormatThatIsNotDescribedIsRefusedByItsName(String type, String body) throws Exception {
        var answer = send(to("/api/v1/tokens").header("Content-Type", type).POST(BodyPublishers.ofString(body)));

        assertThat(problem(answer, 415, "request.media-type-unsupported")
                        .get("detail")
                        .asString())
                .contains(type);
    }

    @Test
    void aBodyThatWasCompressedOnTheWayIsRefusedByTheNameOfItsCoding() throws Exception {
        var answer = send(json(sale.buyer(), "/api/v1/trades/" + fresh("coded"))
                .header("Content-Encoding", "gzip")
                .PUT(BodyPublishers.ofString(order())));

        assertThat(problem(answer, 415, "request.coding-unsupported")
                        .get("detail")
                        .asString())
                .contains("gzip");
    }

    @Test
    void anOverlongFormOfACharacterIsNoCharacter() throws Exception {
        var trade = "/trades/" + fresh("overlong");
        var bytes = new ByteArrayOutputStream();
        var halves = order().split("study", 2);
        bytes.writeBytes(halves[0].getBytes(UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xC0, (byte) 0xAF});
        bytes.writeBytes(halves[1].getBytes(UTF_8));

        problem(
                send(json(sale.buyer(), "/api/v1" + trade).PUT(BodyPublishers.ofByteArray(bytes.toByteArray()))),
                400,
                "request.malformed");
        market.get(sale.buyer(), trade).is(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            If-Match            | "v1"
            If-Match            | *
            If-None-Match       | *
            If-Unmodified-Since | Wed, 21 Oct 2015 07:28:00 GMT
            """)
    void anActionIsNotDoneWithoutTheConditionThatItWasGiven(String header, String value) throws Exception {
        var listing = "/listings/" + sale.listing();

        problem(
                send(json(sale.vendor(), "/api/v1" + listing + "/suspension")
                        .header("Idempotency-Key", fresh("key"))
                        .header(header, value)
                        .POST(BodyPublishers.ofString("{\"reason\": \"pause\"}"))),
                400,
                "edition.condition-not-taken");
        problem(
                send(json(sale.buyer(), "/api/v1/trades/" + fresh("conditional"))
                        .header(header, value)
                        .PUT(BodyPublishers.ofString(order()))),
                400,
                "edition.condition-not-taken");

        assertThat(market.get(sale.vendor(), listing).text("/listing/state")).isEqualTo("published");
    }

    @Test
    void aSuspendedListingIsNotThePublishedOneThoughItsTermsAreTheSame() throws Exception {
        var other = new Sale(market, "10.00");
        var path = "/listings/" + other.listing();
        var published = market.get(other.vendor(), path).etag();
        market.post(other.vendor(), path + "/suspension", "{\"reason\": \"pause\"}")
                .is(200);

        assertThat(known(other.vendor(), path, published)).isEqualTo(200);
        var suspended = market.get(other.vendor(), path).etag();
        assertThat(known(other.vendor(), path, suspended)).isEqualTo(304);
        market.revise(other.vendor(), path, published, Market.listing(other.product(), "11.00"))
                .is(412, "edition.stale");
        market.post(other.vendor(), path + "/resumption", "").is(200);
        assertThat(known(other.vendor(), path, suspended)).isEqualTo(200);
        assertThat(known(other.vendor(), path, "*")).isEqualTo(304);
        var now = market.get(other.vendor(), path).etag();
        market.revise(other.vendor(), path, now, Market.listing(other.product(), "11.00"))
                .is(200);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            textBlock =
                    """
            /listings/some-listing/quote,                    /listings/some-listing
            /trades/some-trade/cancellation,                 /trades/some-trade
            /trades/some-trade/document-requests/2/document, /trades/some-trade
            /sign-out,                                       /
            """)
    void anAddressThatAFormHasLeftLeadsToThePageItWasOn(String left, String page) throws Exception {
        var answer =
                send(asked(sale.buyer(), left).header("Accept", "text/html").GET());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(page);
    }

    @Test
    void whoIsAskedToSignInIsToldHow() throws Exception {
        var wrong = to("/api/v1/tokens")
                .header("Content-Type", "application/json")
                .POST(
                        BodyPublishers.ofString(
                                """
                        {"username": "nobody-here", "password": "wrong wrong wrong", "name": "x", "days": 1}"""));

        for (var request : new HttpRequest.Builder[] {to("/api/v1/trades").GET(), to("/actuator/prometheus"), wrong}) {
            var answer = send(request);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"pujiang\"");
        }
    }

    @Test
    void aPageOfAnotherSiteIsToldNoInOneQuietAnswer(CapturedOutput log) throws Exception {
        for (var path : new String[] {"/api/v1/trades", "/api/v1/nowhere", "/trades", "/actuator/health"}) {
            var answer = send(to(path).header("Origin", "https://elsewhere.example")
                    .header("Access-Control-Request-Method", "PUT")
                    .method("OPTIONS", BodyPublishers.noBody()));

            problem(answer, 403, "request.origin-not-allowed");
            assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
        }
        assertThat(log.getAll()).doesNotContain("OPTIONS", "Exception");
    }

    private int known(String token, String path, String tag) throws Exception {
        return send(asked(token, "/api/v1" + path).header("If-None-Match", tag).GET())
                .statusCode();
    }

    private String order() {
        return """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air study"}}"""
                .formatted(sale.listing());
    }

    private JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var problem = json.readTree(answer.body());
        assertThat(problem.get("code").asString()).as(answer.body()).isEqualTo(code);
        return problem;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpRequest.Builder asked(String token, String path) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder json(String token, String path) {
        return asked(token, path).header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
