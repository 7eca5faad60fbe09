package pujiang.web.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import pujiang.app.security.Accounts;
import pujiang.web.DescribedAnswers;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.security.AccessTable.Row;

/** Every endpoint, tried by everybody: {@code access.txt} says who is let in, and what the others hear. */
@ExchangeTest
// Where other tests change the law as well, and bring the exchange's own into force again.
@TestPropertySource(properties = "pujiang.law.most-unreported=3")
@TestInstance(Lifecycle.PER_CLASS)
class AccessTableTest {

    private static final AccessTable TABLE = AccessTable.read();

    /** As a program reads it, or as the page shows it. */
    private static final Pattern CODE = Pattern.compile("(?:\"code\" ?: ?\"|<code>)([a-z-]+\\.[a-z-]+)[\"<]");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    private final HttpClient http = HttpClient.newHttpClient();
    private AccessCast cast;

    @BeforeAll
    void everybodyIsThere() throws Exception {
        cast = new AccessCast(new Market(port, accounts), accounts, database);
        var _ = cast.things("vendor").filled("{completed}");
        var checkpoint = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/log/checkpoint"));
        for (int i = 0; i < 300 && send(checkpoint).statusCode() != 200; i++) Thread.sleep(100);
    }

    @AfterAll
    void asDelivered() throws Exception {
        cast.drafts().leaveTheOwnBookInForce();
    }

    @Test
    void everyEndpointHasARowAndEveryRowIsAnEndpoint() {
        var there = new TreeSet<String>();
        for (var mapping : mappings) mapping.getHandlerMethods().keySet().forEach(info -> there.addAll(calls(info)));
        var written = new TreeSet<>(TABLE.rows().stream().map(Row::endpoint).toList());

        assertThat(without(there, written))
                .as("endpoints without a row in src/test/resources/access.txt; add for each: METHOD path | ...")
                .isEmpty();
        assertThat(without(written, there))
                .as("rows in src/test/resources/access.txt that are no endpoint")
                .isEmpty();
    }

    static Stream<Row> rows() {
        return TABLE.rows().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everybodyHearsWhatTheTableSays(Row row) throws Exception {
        var wrong = new ArrayList<String>();
        for (var column : TABLE.columns()) {
            var expected = row.expected(column);
            var answer = ask(row, column, expected);
            if (!said(answer).matches(pattern(expected))) {
                wrong.add("%s should hear %s, but heard %s: %s"
                        .formatted(column, expected, answer.statusCode(), answer.body()));
            }
            assertThat(answer.body())
                    .as("a sentence of a refusal has no gap where a value belongs")
                    .doesNotContainPattern("\"detail\":\"[^\"]*( {2}| \\.)");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        assertThat(wrong).as(row.call()).isEmpty();
    }

    /** The status, and for a refusal its code: a 404 for the wrong reason proves nothing. */
    private static String said(HttpResponse<String> answer) {
        if (answer.statusCode() < 400) return answer.statusCode() + " ";
        var code = CODE.matcher(answer.body());
        return answer.statusCode() + " " + (code.find() ? code.group(1) : "");
    }

    private static String pattern(String expected) {
        return switch (expected) {
            case "401" -> "401 request\\.unauthenticated";
            case "403" -> "403 request\\.forbidden";
            case "off" -> "403 participant\\.not-active";
            case "404" -> "404 (request\\.not-found|[a-z]+\\.unknown)";
            case "none" -> "404 ";
            default -> "(?s)" + expected + " .*";
        };
    }

    private HttpResponse<String> ask(Row row, String column, String expected) throws Exception {
        var uses = expected.matches("[23]..") && !row.method().equals("GET");
        var things = uses ? cast.freshThings(column) : cast.things(column);
        var path = things.filled(row.path()).replace("**", "any");
        var body = things.body(row.body());
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type(row))
                .method(row.method(), BodyPublishers.ofString(body, charset(row)));
        if (row.conditional()) request.header("If-Match", "\"v1\"");
        if (row.method().equals("POST")) request.header("Idempotency-Key", Market.fresh("key"));
        var token = cast.token(column);
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        // Whom the permission stops already need not be suspended for it.
        if (expected.equals("403") || !row.expected("nobody").equals("401")) return send(request);
        return cast.inState(column, () -> send(request));
    }

    /** A ZIP is written one character a byte. */
    private static Charset charset(Row row) {
        return row.body().equals("@draft") ? ISO_8859_1 : UTF_8;
    }

    private static String type(Row row) {
        if (row.body().equals("@bytes")) return "text/csv";
        if (row.body().equals("@draft")) return "application/zip";
        return row.path().startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        DescribedAnswers.check(answer);
        return answer;
    }

    private static List<String> calls(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        var header = info.getHeadersCondition().getExpressions().stream()
                .filter(expression -> !expression.isNegated())
                .map(expression -> " " + expression.getName())
                .reduce("", String::concat);
        return info.getPatternValues().stream()
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("ANY " + path + header)
                        : methods.stream().map(method -> method + " " + path + header))
                .toList();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
