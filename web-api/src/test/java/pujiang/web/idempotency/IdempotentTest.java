package pujiang.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.board.Columns;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.idempotency.Idempotency;
import pujiang.app.idempotency.IdempotencyKey;
import pujiang.app.json.JsonConventions;
import pujiang.app.request.RequestRefusal.OtherContent;
import pujiang.refusal.Refused;
import pujiang.web.FreshDataFolder;
import pujiang.web.problem.Problem;
import pujiang.web.request.BodyLimit;

/** Actions over a real connection, with a real database under them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshDataFolder.class)
public class IdempotentTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Payments payments;

    record Payment(String note, int fen) {}

    record Receipt(String account, int fen, int paidInAll) {}

    @RestController
    static class Payments {

        private final JdbcTemplate database;
        private final AtomicInteger runs = new AtomicInteger();
        private volatile @Nullable CountDownLatch started;
        private final Semaphore mayGoOn = new Semaphore(0);

        Payments(JdbcTemplate database) {
            this.database = database;
        }

        @PostMapping("/api/v1/accounts/{account}/payments")
        ResponseEntity<Receipt> pay(@PathVariable String account, @RequestBody Payment payment, Idempotent once) {
            return once.run(() -> paid(account, payment));
        }

        private ResponseEntity<Receipt> paid(String account, Payment payment) {
            runs.incrementAndGet();
            database.update("INSERT INTO payment_test (account, fen) VALUES (?, ?)", account, payment.fen());
            if (payment.fen() > 1_000) throw new Refused(new OtherContent(account));
            waitIfHeld();
            var sum = database.queryForObject(
                    "SELECT SUM(fen) FROM payment_test WHERE account = ?", Integer.class, account);
            return ResponseEntity.created(URI.create("/api/v1/accounts/" + account))
                    .eTag("\"v" + sum + "\"")
                    .body(new Receipt(account, payment.fen(), sum == null ? 0 : sum));
        }

        private void waitIfHeld() {
            var latch = started;
            if (latch == null) return;
            latch.countDown();
            mayGoOn.acquireUninterruptibly();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackageClasses = {
                Problem.class,
                Idempotent.class,
                Idempotency.class,
                BodyLimit.class,
                ClockMonitor.class,
                Columns.class
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    @ComponentScan(
            basePackages = "pujiang.host.wiring",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "pujiang\\.host\\.wiring\\.(DatabaseWiring|ClockAndRandom|Progress)"))
    @Import({JsonConventions.class, Payments.class})
    public static class OnlyActions {

        /** Stands in for signing in. */
        @Bean
        Filter caller() {
            return (request, response, chain) ->
                    chain.doFilter(new CallerByHeader((HttpServletRequest) request), response);
        }
    }

    @BeforeEach
    void emptyBooks() {
        database.execute("CREATE TABLE IF NOT EXISTS payment_test (account VARCHAR(64), fen INT)");
        database.update("DELETE FROM payment_test");
        database.update("DELETE FROM idempotency");
        payments.runs.set(0);
        payments.started = null;
    }

    @Test
    void theSameRequestAgainGivesTheSameAnswerAndActsOnce() throws Exception {
        var first = pay("a", "\"k-1\"", 100);
        var second = pay("a", "\"k-1\"", 100);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body()).contains("\"paidInAll\":100");
        for (var header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(second.headers().allValues(header))
                    .isNotEmpty()
                    .isEqualTo(first.headers().allValues(header));
        }
        assertThat(paid("a")).isEqualTo(100);
    }

    @Test
    void aKeyWithoutQuotesIsTheSameKey() throws Exception {
        pay("a", "\"k-1\"", 100);
        pay("a", "k-1", 100);
        assertThat(paid("a")).isEqualTo(100);
    }

    @Test
    void otherKeysOtherCallersActAgain() throws Exception {
        pay("a", "k-1", 100);
        pay("a", "k-2", 100);
        send("b", "k-1", "/accounts/a/payments", body(100));

        assertThat(paid("a")).isEqualTo(300);
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ``           | 400 | idempotency.key-missing
            ""           | 400 | idempotency.key-malformed
            "a           | 400 | idempotency.key-malformed
            "a" "b"      | 400 | idempotency.key-malformed
            a b          | 400 | idempotency.key-malformed
            """)
    void aMissingOrMalformedKeyIsRefused(String key, int status, String code) throws Exception {
        var answer = pay("a", key, 100);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(code);
        assertThat(paid("a")).isZero();
    }

    @Test
    void aKeyLongerThan255CharactersIsRefused() throws Exception {
        assertThat(pay("a", "k".repeat(255), 1).statusCode()).isEqualTo(201);
        assertThat(pay("a", "k".repeat(256), 1).body()).contains("idempotency.key-malformed");
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() throws Exception {
        pay("a", "k-1", 100);

        for (var other : List.of(pay("a", "k-1", 101), pay("b", "k-1", 100))) {
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(other.body()).contains("idempotency.key-reused");
        }
        assertThat(paid("a")).isEqualTo(100);
        assertThat(paid("b")).isZero();
    }

    @Test
    void aRefusedActionLeavesNothingAndIsJudgedAnew() throws Exception {
        assertThat(pay("a", "k-1", 2_000).statusCode()).isEqualTo(409);
        assertThat(paid("a")).isZero();
        assertThat(pay("a", "k-1", 2_000).body()).contains("creation.other-content");
        assertThat(payments.runs).hasValue(2);
        assertThat(pay("a", "k-1", 100).statusCode()).isEqualTo(201);
    }

    @Test
    void whileTheFirstRunsTheSecondIsToldSo() throws Exception {
        var started = new CountDownLatch(1);
        payments.started = started;
        var first = CompletableFuture.supplyAsync(() -> payQuietly("a", "k-1", 100));
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        var second = pay("a", "k-1", 100);
        var reused = pay("a", "k-1", 101);
        payments.mayGoOn.release();

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("idempotency.still-running", "\"retry\":true");
        assertThat(second.headers().firstValue("Retry-After")).isPresent();
        assertThat(reused.statusCode()).isEqualTo(422);
        assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(paid("a")).isEqualTo(100);
    }

    @Test
    void manyAtOnceActOnce() throws Exception {
        var answers = IntStream.range(0, 40)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> payQuietly("a", "k-1", 100)))
                .toList();

        var statuses = answers.stream().map(CompletableFuture::join).map(HttpResponse::statusCode);

        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        assertThat(paid("a")).isEqualTo(100);
    }

    @Test
    void whoIsNotSignedInHasNoKeys() throws Exception {
        var answer = send(null, "k-1", "/accounts/a/payments", body(100));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private int paid(String account) {
        var sum = database.queryForObject(
                "SELECT COALESCE(SUM(fen), 0) FROM payment_test WHERE account = ?", Integer.class, account);
        return sum == null ? 0 : sum;
    }

    private static String body(int fen) {
        return "{\"note\": \"海\", \"fen\": %d}".formatted(fen);
    }

    private HttpResponse<String> pay(String account, String key, int fen) throws Exception {
        return send("a", key, "/accounts/" + account + "/payments", body(fen));
    }

    private HttpResponse<String> payQuietly(String account, String key, int fen) {
        try {
            return pay(account, key, fen);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(@Nullable String caller, String key, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .POST(BodyPublishers.ofString(body));
        if (caller != null) request.header("X-Caller", caller);
        if (!key.isEmpty()) request.header(IdempotencyKey.HEADER, key);
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
