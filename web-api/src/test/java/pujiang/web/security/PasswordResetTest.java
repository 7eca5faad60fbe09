package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.app.security.Guesses;
import pujiang.app.security.Passwords;
import pujiang.app.security.Role;
import pujiang.app.security.SignIns;
import pujiang.app.security.Source;
import pujiang.app.security.UserBoard;
import pujiang.participant.ParticipantId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** Whoever has lost a password is helped by who may suspend them, and by nobody else. */
@ExchangeTest
class PasswordResetTest {

    private static final String PASSWORD = Newcomers.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    UserBoard users;

    @Autowired
    Guesses guesses;

    @Autowired
    Passwords passwords;

    @Autowired
    JdbcClient database;

    private Market market;
    private ParticipantId delta;
    private String admin;

    @BeforeEach
    void anOrganisationWithAnAdmin() throws Exception {
        market = new Market(port, accounts);
        delta = market.participant("delta");
        admin = market.token(delta, Role.PARTICIPANT_ADMIN);
    }

    @Test
    void whoHasLostThePasswordGetsOneThatIsGoodForChoosingAnotherOnly() throws Exception {
        var username = opened();
        var token = accounts.issue(username, "test", Duration.ofDays(1)).token();
        var before = new Browser(port);
        before.signIn(username, PASSWORD);

        var reset =
                market.post(admin, "/users/" + username + "/password-reset", "").is(200);

        var initial = reset.text("/password");
        assertThat(initial).hasSizeGreaterThan(20);
        market.get(token, "/me").is(401, "request.unauthenticated");
        assertThat(before.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(before.signIn(username, PASSWORD).statusCode()).isEqualTo(200);
        newToken(username, initial).is(403, "account.password-initial");
        var browser = new Browser(port);
        assertThat(browser.signIn(username, initial).body()).contains("name=\"next\"");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        for (var unfit : List.of("short", initial)) {
            assertThat(choose(browser, username, initial, unfit).body()).contains("name=\"next\"");
        }
        assertThat(choose(browser, username, initial, "my own pass phrase").statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        newToken(username, "my own pass phrase").is(201);
        newToken(username, initial).is(401, "account.sign-in-failed");
    }

    @Test
    void whatAResetAnswersIsKeptNowhereAndAskingAgainMakesAnother() throws Exception {
        var path = "/users/" + opened() + "/password-reset";
        var key = fresh("key");

        var first = market.post(admin, path, "", key).is(200).text("/password");
        var second = market.post(admin, path, "", key).is(200).text("/password");

        assertThat(second).isNotEqualTo(first);
        assertThat(database.sql("select count(*) from idempotency where instr(body, ?) or instr(body, ?)")
                        .params(first, second)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aResetLetsInWhoWasSlowedButNobodyWhoIsSuspended() throws Exception {
        var username = opened();
        var heard = 401;
        for (int i = 0; i < 20 && heard == 401; i++)
            heard = newToken(username, "forgotten").status();
        assertThat(heard).isEqualTo(429);
        var path = "/users/" + username;

        var initial = market.post(admin, path + "/password-reset", "").is(200).text("/password");
        market.post(admin, path + "/suspension", "").is(200);

        newToken(username, initial).is(401, "account.sign-in-failed");
        market.post(admin, path + "/reinstatement", "").is(200);
        newToken(username, initial).is(403, "account.password-initial");
    }

    @Test
    void nobodyResetsTheirOwnPasswordNorThatOfAnotherHouse() throws Exception {
        var mine = market.get(admin, "/me").text("/username");
        var rivals = market.token(market.participant("rival"), Role.PARTICIPANT_ADMIN);

        market.post(admin, "/users/" + mine + "/password-reset", "").is(409, "account.own");
        market.post(rivals, "/users/" + mine + "/password-reset", "").is(404, "account.unknown");
        market.post(admin, "/users/operator/password-reset", "").is(404, "account.unknown");

        market.get(admin, "/me").is(200);
    }

    @Test
    void aPasswordOfOnesOwnIsNotChangedAtTheSignIn() throws Exception {
        var username = opened();
        var browser = new Browser(port);

        var refused = choose(browser, username, PASSWORD, "another pass phrase");

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(browser.signIn(username, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void anInitialPasswordIsNoneAfterADay() {
        var username = opened();
        var initial = accounts.resetPassword(username, "somebody", Source.HERE);

        assertThat(initial.toString()).doesNotContain(initial.password());
        assertThat(signInsAfter(Duration.ofHours(23)).account(username, initial.password(), Source.HERE))
                .isPresent();
        assertThat(signInsAfter(Duration.ofHours(25)).account(username, initial.password(), Source.HERE))
                .isEmpty();
    }

    /** As when an administrator resets it while somebody who knows the old one changes it. */
    @Test
    void aChangeThatBeganBeforeAResetDoesNotUndoIt() {
        var username = opened();
        var read = users.find(username).orElseThrow();
        var initial = accounts.resetPassword(username, "somebody", Source.HERE);

        assertThat(users.setPassword(read, passwords.hash("next", "another pass phrase", "x")))
                .isFalse();
        assertThat(signInsAfter(Duration.ZERO).account(username, initial.password(), Source.HERE))
                .isPresent();
    }

    private SignIns signInsAfter(Duration time) {
        return new SignIns(users, guesses, passwords, Clock.offset(Clock.systemUTC(), time));
    }

    private Market.Answer newToken(String username, String password) throws Exception {
        var signIn = "{\"username\": \"%s\", \"password\": \"%s\", \"name\": \"x\", \"days\": 1}"
                .formatted(username, password);
        return market.post("", "/tokens", signIn);
    }

    private static HttpResponse<String> choose(Browser browser, String username, String initial, String own)
            throws Exception {
        return browser.submit("/sign-in", Map.of("username", username, "password", initial, "next", own), "");
    }

    private String opened() {
        var username = fresh("user");
        Newcomers.open(accounts, username, delta, Set.of(Role.VENDOR));
        return username;
    }
}
