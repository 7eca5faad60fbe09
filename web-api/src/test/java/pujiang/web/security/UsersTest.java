package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.participant.ParticipantId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** People come and go: what they had signed in ends with them, at once. */
@ExchangeTest
class UsersTest {

    private static final String PASSWORD = Newcomers.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

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
    void anAccountIsOpenedOnceAndOnlyTheSameAgainSucceeds() throws Exception {
        var path = "/users/" + fresh("li");
        var opened = market.put(admin, path, user("李雷", PASSWORD)).is(201);
        assertThat(opened.text("/participant")).isEqualTo(delta.value());
        assertThat(opened.body().toString()).doesNotContain("assword");

        market.put(admin, path, user("李雷", PASSWORD)).is(200);
        market.put(admin, path, user("韩梅梅", PASSWORD)).is(409, "creation.other-content");
        market.put(admin, path, user("李雷", "another pass phrase")).is(409, "creation.other-content");
        market.put(admin, path, user("李雷", PASSWORD).replace("VENDOR", "BUYER")).is(409, "creation.other-content");
        assertThat(market.get(admin, path).is(200).text("/displayName")).isEqualTo("李雷");

        var rival = market.participant("rival");
        var rivals = market.token(rival, Role.PARTICIPANT_ADMIN);
        market.put(rivals, path, user("李雷", PASSWORD).replace(delta.value(), rival.value()))
                .is(409, "account.username-taken");
        market.get(rivals, path).is(404, "account.unknown");
    }

    @Test
    void accountsAreForOrganisationsThatThereAreAndForTheirOwnRoles() throws Exception {
        var operator = market.operator();
        var path = "/users/" + fresh("li");
        var nowhere = user("x", PASSWORD).replace(delta.value(), "never-heard-of");
        market.put(operator, path, nowhere).is(404, "participant.unknown");
        market.put(operator, path, user("x", PASSWORD).replace("VENDOR", "OPERATOR"))
                .is(400, "request.invalid");
        market.put(operator, path, staff("BUYER")).is(400, "request.invalid");
        market.put(admin, path, staff("OPERATOR")).is(403, "request.forbidden");
        market.put(operator, path, user("x", "too short")).is(400, "request.invalid");
        market.get(operator, path).is(404, "account.unknown");
    }

    @Test
    void theOperatorOpensTheSecondOfficer() throws Exception {
        var path = "/users/" + fresh("officer");

        market.put(market.operator(), path, staff("COMPLIANCE_OFFICER")).is(201);
        market.put(market.operator(), path, staff("COMPLIANCE_OFFICER")).is(200);

        assertThat(market.get(market.operator(), path).body().get("participant").isNull())
                .isTrue();
    }

    @Test
    void usersAreListedPageByPageAndEachAdminSeesItsOwn() throws Exception {
        for (int i = 0; i < 3; i++)
            market.put(admin, "/users/" + fresh("li"), user("x", PASSWORD)).is(201);

        var first = market.get(admin, "/users?limit=2").is(200).body();
        var second = market.get(
                        admin, "/users?limit=2&cursor=" + first.get("next").asString())
                .is(200)
                .body();

        assertThat(first.get("items")).hasSize(2);
        assertThat(second.get("items")).hasSize(2);
        assertThat(second.get("next").isNull()).isTrue();
        var byOperator = market.get(market.operator(), "/users?participant=" + delta)
                .is(200)
                .body();
        assertThat(byOperator.get("items")).hasSize(4);
        var rivals = market.token(market.participant("rival"), Role.PARTICIPANT_ADMIN);
        assertThat(market.get(rivals, "/users?participant=" + delta)
                        .is(200)
                        .body()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void whoIsSuspendedIsOutAtOnceAndComesBackByPassword() throws Exception {
        var username = opened();
        var token = accounts.issue(username, "test", Duration.ofDays(1)).token();
        var browser = new Browser(port);
        assertThat(browser.signIn(username, PASSWORD).statusCode()).isEqualTo(302);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        market.get(token, "/me").is(200);

        var suspended =
                market.post(admin, "/users/" + username + "/suspension", "").is(200);

        assertThat(suspended.body().get("enabled").asBoolean()).isFalse();
        market.get(token, "/me").is(401, "request.unauthenticated");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(new Browser(port).signIn(username, PASSWORD).statusCode()).isEqualTo(200);
        market.post(admin, "/users/" + username + "/reinstatement", "").is(200);
        market.get(token, "/me").is(401, "request.unauthenticated");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(new Browser(port).signIn(username, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void nobodySuspendsTheirOwnAccount() throws Exception {
        var mine = market.get(admin, "/me").text("/username");

        market.post(admin, "/users/" + mine + "/suspension", "").is(409, "account.own");

        market.get(admin, "/me").is(200);
    }

    @Test
    void aNewPasswordAsksForTheOldOneAndEndsWhatIsSignedInElsewhere() throws Exception {
        var username = opened();
        var here = accounts.issue(username, "here", Duration.ofDays(1)).token();
        var elsewhere =
                accounts.issue(username, "elsewhere", Duration.ofDays(1)).token();
        var browser = new Browser(port);
        browser.signIn(username, PASSWORD);
        market.put(here, "/me/password", change("wrong pass phrase", "the next pass phrase"))
                .is(403, "account.password-wrong");
        var tooShort =
                market.put(here, "/me/password", change(PASSWORD, "short")).is(400, "request.invalid");
        assertThat(tooShort.text("/errors/0/pointer")).isEqualTo("/next");
        market.get(elsewhere, "/me").is(200);

        market.put(here, "/me/password", change(PASSWORD, "the next pass phrase"))
                .is(204);

        market.get(here, "/me").is(200);
        market.get(elsewhere, "/me").is(401, "request.unauthenticated");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        market.put(here, "/me/password", change(PASSWORD, "the next pass phrase"))
                .is(204);
        assertThat(browser.signIn(username, PASSWORD).statusCode()).isEqualTo(200);
        assertThat(browser.signIn(username, "the next pass phrase").statusCode())
                .isEqualTo(302);
    }

    @Test
    void theSessionThatChangesThePasswordGoesOn() throws Exception {
        var username = opened();
        var browser = new Browser(port);
        var other = new Browser(port);
        browser.signIn(username, PASSWORD);
        other.signIn(username, PASSWORD);

        var changed = browser.put("/api/v1/me/password", change(PASSWORD, "the next pass phrase"), browser.csrf());

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(other.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    private String opened() {
        var username = fresh("user");
        Newcomers.open(accounts, username, delta, Set.of(Role.VENDOR));
        return username;
    }

    private String user(String name, String password) {
        return "{\"displayName\": \"%s\", \"participant\": \"%s\", \"roles\": [\"VENDOR\"], \"password\": \"%s\"}"
                .formatted(name, delta, password);
    }

    private static String staff(String role) {
        return "{\"displayName\": \"x\", \"roles\": [\"%s\"], \"password\": \"%s\"}".formatted(role, PASSWORD);
    }

    private static String change(String current, String next) {
        return "{\"current\": \"%s\", \"next\": \"%s\"}".formatted(current, next);
    }
}
