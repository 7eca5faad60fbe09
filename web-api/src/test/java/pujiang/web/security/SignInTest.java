package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.app.security.UserBoard;
import pujiang.digest.Sha256;
import pujiang.web.ExchangeTest;

/** Sessions and their cookies, as somebody finds them who means harm. */
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
    JdbcClient database;

    private String username;
    private Browser browser;

    @BeforeEach
    void aUser() {
        username = fresh("user");
        Newcomers.open(accounts, username, null, Set.of(Role.COMPLIANCE_OFFICER));
        browser = new Browser(port);
    }

    @Test
    void neitherPasswordNorTokenIsStored() {
        var issued = accounts.issue(username, "test", Duration.ofDays(1));

        var stored = database.sql("select hex(token_hash) from access_token where id = ?")
                .param(issued.id())
                .query(String.class)
                .single();
        assertThat(stored)
                .isEqualToIgnoringCase(new Sha256().add(issued.token()).hex());
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

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/api/v1/me?JSESSIONID=ID",
                "/api/v1/me?jsessionid=ID",
                "/api/v1/me?pujiang=ID",
                "/api/v1/me;JSESSIONID=ID",
                "/api/v1/me;pujiang=ID",
                "/trades?JSESSIONID=ID",
                "/trades;JSESSIONID=ID"
            })
    void aSessionIdInAnAddressIsNobodys(String path) throws Exception {
        var id = cookie(browser.signIn(username, PASSWORD)
                        .headers()
                        .allValues("Set-Cookie")
                        .toString())
                .substring("pujiang=".length());
        assertThat(browser.get("/trades").statusCode()).isEqualTo(200);

        var stranger = new Browser(port).get(path.replace("ID", id));

        assertThat(stranger.statusCode()).isIn(400, 401);
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

    private static String cookie(String header) {
        return header.replaceFirst("(?s).*(pujiang=[0-9a-f-]{36}).*", "$1");
    }
}
