package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
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
        var path = "/users/" + colleague();
        var opened = market.put(admin, path, user("李雷", PASSWORD)).is(201);
        assertThat(opened.text("/participant")).isEqualTo(delta.value());
        assertThat(opened.body().toString()).doesNotContain("assword");

        market.put(admin, path, user("李雷", PASSWORD)).is(200);
        market.put(admin, path, user("韩梅梅", PASSWORD)).is(409, "creation.other-content");
        market.put(admin, path, user("李雷", "another pass phrase")).is(409, "creation.other-content");
        market.put(admin, path, user("李雷", PASSWORD).replace("VENDOR", "BUYER")).is(409, "creation.other-content");
        assertThat(market.get(admin, path).is(200).text("/displayName")).isEqualTo("李雷");
    }

    /** Nothing that is said depends on whether there is such a user: an admin gives names in its own house only. */
    @Test
    void anAdminDoesNotFindOutWhichNamesOthersHave() throws Exception {
        var rival = market.participant("rival");
        var rivals = market.token(rival, Role.PARTICIPANT_ADMIN);
        var taken = colleague();
        market.put(admin, "/users/" + taken, user("李雷", PASSWORD)).is(201);
        var staff = fresh("staff");
        Newcomers.open(accounts, staff, null, Set.of(Role.OPERATOR));

        for (var name : List.of(taken, colleague(), staff, fresh("staff"), "operator", "nobody")) {
            var refused = market.put(
                            rivals, "/users/" + name, user("李雷", PASSWORD).replace(delta.value(), rival.value()))
                    .is(400, "request.invalid");
            assertThat(refused.text("/errors/0/code")).as(name).isEqualTo("username.foreign");
            market.get(rivals, "/users/" + name).is(404, "account.unknown");
        }
        market.put(
                        market.operator(),
                        "/users/" + colleague(),
                        user("李雷", PASSWORD).replace(delta.value(), rival.value()))
                .is(400, "request.invalid");
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
    void theOperatorOpensTheSecondOfficerOnce() throws Exception {
        var path = "/users/" + fresh("officer");
        var content = staff("COMPLIANCE_OFFICER");

        market.put(market.operator(), path, content).is(201);
        market.put(market.operator(), path, content).is(200);

        assertThat(market.get(market.operator(), path).body().get("participant").isNull())
                .isTrue();
    }

    @Test
    void whoOpensAnAccountKnowsAPasswordThatIsGoodForChoosingAnotherOnly() throws Exception {
        var name = colleague();
        market.put(admin, "/users/" + name, user("李雷", PASSWORD)).is(201);

        signIn(name, PASSWORD, "").is(403, "account.password-initial");
        signIn(name, PASSWORD, PASSWORD).is(400, "request.invalid");
        signIn(name, "wrong pass phrase", "my own pass phrase").is(401, "account.sign-in-failed");
        var token = signIn(name, PASSWORD, "my own pass phrase").is(201).text("/token");

        market.get(token, "/me").is(200);
        signIn(name, PASSWORD, "").is(401, "account.sign-in-failed");
        signIn(name, "my own pass phrase", "").is(201);
        signIn(name, "my own pass phrase", "a third pass phrase").is(401, "account.sign-in-failed");
    }

    private Market.Answer signIn(String name, String password, String next) throws Exception {
        var own = next.isEmpty() ? "" : ", \"next\": \"" + next + "\"";
        return market.post(
                "",
                "/tokens",
                "{\"username\": \"%s\", \"password\": \"%s\", \"name\": \"x\", \"days\": 1%s}"
                        .formatted(name, password, own));
    }

    @Test
    void usersAreListedPageByPageAndEachAdminSeesItsOwn() throws Exception {
        for (int i = 0; i < 3; i++)
            market.put(admin, "/users/" + colleague(), user("x", PASSWORD)).is(201);

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

    private String colleague() {
        return fresh("li") + "@" + delta;
    }

    private String user(String name, String password) {
        return "{\"displayName\": \"%s\", \"participant\": \"%s\", \"roles\": [\"VENDOR\"], \"password\": \"%s\"}"
                .formatted(name, delta, password);
    }

    private static String staff(String role) {
        return "{\"displayName\": \"x\", \"roles\": [\"%s\"], \"password\": \"%s\", \"person\": \"%s\"}"
                .formatted(role, PASSWORD, fresh("person"));
    }

    private static String change(String current, String next) {
        return "{\"current\": \"%s\", \"next\": \"%s\"}".formatted(current, next);
    }
}
