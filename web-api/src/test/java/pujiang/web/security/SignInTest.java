package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pujiang.web.Market.fresh;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.refusal.Refused;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.security.AccountRefusal.SignInsBusy;
import tools.jackson.databind.json.JsonMapper;

/** Passwords, sessions and their cookies, as somebody finds them who means harm. */
@ExchangeTest
class SignInTest {

    private static final String PASSWORD = Newcomers.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    UserBoard users;

    @Autowired
    FailureBoard failures;

    @Autowired
    Passwords passwords;

    @Autowired
    JdbcClient database;

    private Market market;
    private String username;
    private Browser browser;

    @BeforeEach
    void aUser() {
        market = new Market(port, accounts);
        username = fresh("user");
        Newcomers.open(accounts, username, null, Set.of(Role.COMPLIANCE_OFFICER));
        browser = new Browser(port);
    }

    @Test
    void fiveFailuresLockForPagesAndProgramsAlikeUntilTheTimeHasPassed() throws Exception {
        for (int i = 0; i < 3; i++)
            assertThat(browser.signIn(username, "wrong").statusCode()).isEqualTo(200);
        for (int i = 0; i < 2; i++) token(username, "wrong").is(401, "account.sign-in-failed");

        token(username, PASSWORD).is(401, "account.sign-in-failed");
        assertThat(browser.signIn(username, PASSWORD).statusCode()).isEqualTo(200);
        assertThat(signInsAfter(Duration.ofMinutes(14)).check(username, PASSWORD))
                .isEmpty();
        assertThat(signInsAfter(Duration.ofMinutes(16)).check(username, PASSWORD))
                .isPresent();
        token(username, PASSWORD).is(201);
    }

    @Test
    void aSuccessForgetsTheFailuresBeforeIt() {
        var signIns = signInsAfter(Duration.ZERO);
        for (int i = 0; i < 12; i++) {
            var right = i % 4 == 3;
            assertThat(signIns.check(username, right ? PASSWORD : "wrong").isPresent())
                    .isEqualTo(right);
        }
    }

    @Test
    void guessesMadeSideBySideAllCount() {
        var signIns = signInsAfter(Duration.ZERO);
        var guesses = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> signIns.check(username, "wrong")))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(guesses).join();

        assertThat(signIns.check(username, PASSWORD)).isEmpty();
    }

    /** The text, and what is stored; that it also takes as long is a matter of the one way through {@link SignIns}. */
    @Test
    void aNameThatIsNobodysHearsTheSameAndIsLockedTheSame() throws Exception {
        var nobody = fresh("nobody");
        for (int i = 0; i < 6; i++) {
            var known = token(username, "wrong").is(401);
            var unknown = token(nobody, "wrong").is(401);
            assertThat(unknown.body()).isEqualTo(known.body());
        }
        for (var name : new String[] {username, nobody}) {
            assertThat(failures.lockedAt(Digests.sha256(name), Clock.systemUTC().instant()))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void aPasswordTooLongToBeOneIsWrongAndCostsAsMuch() {
        var hash = passwords.hash("password", PASSWORD);
        assertThat(passwords.match(PASSWORD, hash)).isTrue();
        assertThat(passwords.match("x".repeat(100_000), hash)).isFalse();
        assertThat(passwords.match("nobody's password", null)).isFalse();
        assertThat(passwords.match("", hash)).isFalse();
    }

    @Test
    void whoFindsNoPlaceToHaveAPasswordCheckedHearsWhenToComeBack() {
        var full = new Passwords(0, Duration.ofMillis(10));
        var narrow = new Passwords(1, Duration.ZERO);

        var refused = catchThrowableOfType(Refused.class, () -> full.match("wrong", null));

        assertThat(refused.refusal()).isEqualTo(new SignInsBusy());
        assertThat(refused.refusal().mayPassLater()).isTrue();
        var hash = narrow.hash("password", PASSWORD);
        for (int i = 0; i < 3; i++) assertThat(narrow.match(PASSWORD, hash)).isTrue();
    }

    @Test
    void neitherPasswordNorTokenIsStored() {
        var issued = accounts.issue(username, "test", Duration.ofDays(1));

        var stored = database.sql("select hex(token_hash) from access_token where id = ?")
                .param(issued.id())
                .query(String.class)
                .single();
        assertThat(stored).isEqualToIgnoringCase(HexFormat.of().formatHex(Digests.sha256(issued.token())));
        assertThat(users.find(username).orElseThrow().passwordHash()).startsWith("$shiro2$argon2id$");
        assertThat(issued.toString()).doesNotContain(issued.token());
    }

    @Test
    void theCookieIsNotForScriptsNorForOtherSites() throws Exception {
        var cookie =
                String.join("; ", browser.signIn(username, PASSWORD).headers().allValues("Set-Cookie"));

        assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .contains("Path=/");
        assertThat(cookie).doesNotContainIgnoringCase("Secure");
    }

    @Test
    void aSessionIdPlantedBeforeTheSignInIsNotTheOneAfterIt() throws Exception {
        var planted = "11111111-2222-3333-4444-555555555555";
        var form = "username=" + username + "&password=" + PASSWORD.replace(' ', '+');
        var signedIn = new Browser(port)
                .send(browser.request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", "pujiang=" + planted)
                        .POST(BodyPublishers.ofString(form)));

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(signedIn.headers().allValues("Set-Cookie").toString()).doesNotContain(planted);
        var withPlanted = new Browser(port)
                .send(browser.request("/api/v1/me")
                        .header("Cookie", "pujiang=" + planted)
                        .GET());
        assertThat(withPlanted.statusCode()).isEqualTo(401);
    }

    @Test
    void signingInAgainEndsTheSessionBefore() throws Exception {
        var first = cookie(browser.signIn(username, PASSWORD)
                .headers()
                .allValues("Set-Cookie")
                .toString());
        browser.submit("/sign-in", Map.of("username", username, "password", PASSWORD), browser.csrf());

        var stolen = new Browser(port)
                .send(browser.request("/api/v1/me").header("Cookie", first).GET());

        assertThat(stolen.statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "token ''{0}''")
    @ValueSource(strings = {"", "wrong"})
    void aChangeMadeWithASessionNeedsTheSessionsToken(String csrf) throws Exception {
        browser.signIn(username, PASSWORD);

        var refused = browser.submit("/sign-out", Map.of(), csrf);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("account.form-expired");
        var change = "{\"current\": \"%s\", \"next\": \"the next pass phrase\"}".formatted(PASSWORD);
        assertThat(browser.put("/api/v1/me/password", change, "wrong").statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(browser.submit("/sign-out", Map.of(), browser.csrf()).statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void anotherSiteSignsNobodyIn() throws Exception {
        var form = "username=" + username + "&password=" + PASSWORD.replace(' ', '+');
        var refused = browser.send(browser.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString(form)));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/sign-in",
                "/api/v1/me",
                "/api/v1/keys",
                "/nowhere",
                "/problems/none",
                "/pujiang.css",
                "/openapi.json",
                "/actuator/prometheus",
                "/a%00b",
                "/api/v1/trades/TRADE",
                "/swagger-ui/index.html"
            })
    void everyAnswerTellsTheBrowserWhatNotToDo(String path) throws Exception {
        var headers = browser.get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    }

    @Test
    void whatSomebodySignedInReadsIsKeptInNoCache() throws Exception {
        browser.signIn(username, PASSWORD);

        assertThat(browser.get("/api/v1/me").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/%61ctuator/prometheus",
                "/actuator;x=1/prometheus",
                "/x/../actuator/prometheus",
                "/./actuator/prometheus"
            })
    void theMetricsAreShutHoweverTheirAddressIsWritten(String path) throws Exception {
        var answer = browser.get(path);

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401, 404);
        assertThat(answer.body()).doesNotContain("jvm_memory");
    }

    private Market.Answer token(String name, String password) throws Exception {
        var body = Map.of("username", name, "password", password, "name", "x", "days", 1);
        return market.post("", "/tokens", JsonMapper.shared().writeValueAsString(body));
    }

    private SignIns signInsAfter(Duration time) {
        return new SignIns(users, failures, passwords, Clock.offset(Clock.systemUTC(), time));
    }

    private static String cookie(String header) {
        return header.replaceFirst("(?s).*(pujiang=[0-9a-f-]{36}).*", "$1");
    }
}
