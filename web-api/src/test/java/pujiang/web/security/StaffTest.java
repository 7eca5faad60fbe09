package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Confirmations;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import tools.jackson.databind.json.JsonMapper;

/** The exchange's own people: who they are, and the two who answer for each. */
@ExchangeTest
class StaffTest {

    private static final String PASSWORD = Newcomers.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Confirmations confirmations;

    private Market market;
    private String username;
    private String person;

    @BeforeEach
    void somebody() {
        market = new Market(port, accounts);
        username = fresh("staff");
        person = fresh("person");
    }

    @Test
    void anOfficerIsAdmittedByTwoAndNobodySignsInBefore() throws Exception {
        var opened = market.put(market.operator(), path(), staff("COMPLIANCE_OFFICER", person))
                .is(201);
        assertThat(opened.text("/awaits")).isEqualTo("ADMISSION");
        assertThat(opened.text("/person")).isEqualTo(person);
        assertThat(opened.body().path("enabled").asBoolean()).isFalse();
        token(PASSWORD).is(401, "account.sign-in-failed");

        confirm(market.operator(), person).is(409, "account.second-person-needed");
        market.post(market.operator(), path() + "/reinstatement", "").is(409, "account.second-person-needed");
        market.post(market.operator(), path() + "/password-reset", "").is(409, "account.second-person-needed");
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        confirm(officer, fresh("somebody-else")).is(400, "request.invalid");
        token(PASSWORD).is(401, "account.sign-in-failed");
        assertThat(market.get(officer, path()).is(200).text("/awaits")).isEqualTo("ADMISSION");

        var confirmed = confirm(officer, person).is(200);

        assertThat(confirmed.body().path("awaits").isNull()).isTrue();
        assertThat(confirmed.body().path("enabled").asBoolean()).isTrue();
        confirm(officer, person).is(200);
        token(PASSWORD).is(403, "account.password-initial");
    }

    @Test
    void whoWasSuspendedBeforeTheAdmissionIsAdmittedAndStaysSuspended() throws Exception {
        market.put(market.operator(), path(), staff("OPERATOR", person)).is(201);
        market.post(market.operator(), path() + "/suspension", "").is(200);

        confirm(market.staff(Role.OPERATOR), person).is(200);

        token(PASSWORD).is(401, "account.sign-in-failed");
    }

    @Test
    void operatorAndOfficerAreNeverOneAccountAndNoPersonHasTwo() throws Exception {
        var both = staff("OPERATOR\", \"COMPLIANCE_OFFICER", person);
        assertThat(market.put(market.operator(), path(), both).is(400).text("/errors/0/code"))
                .isEqualTo("roles.separate");
        assertThat(market.put(market.operator(), path(), staff("OPERATOR", "").replace(", \"person\": \"\"", ""))
                        .is(400)
                        .text("/errors/0/code"))
                .isEqualTo("person.missing");
        market.put(market.operator(), path(), staff("OPERATOR", person)).is(201);

        market.put(market.operator(), "/users/" + fresh("again"), staff("COMPLIANCE_OFFICER", person))
                .is(409, "account.person-taken");
        market.put(market.operator(), path(), staff("OPERATOR", person)).is(200);
    }

    @Test
    void afterAResetAnotherThanWhoeverDidItConfirmsBeforeTheUserSignsIn() throws Exception {
        Newcomers.open(accounts, username, null, Set.of(Role.COMPLIANCE_OFFICER));
        var initial = market.post(market.operator(), path() + "/password-reset", "")
                .is(200)
                .text("/password");
        assertThat(confirmations.frozen()).contains(username);
        var browser = new Browser(port);

        var chosen = browser.submit(
                "/sign-in", Map.of("username", username, "password", initial, "next", "my own pass phrase"), "");

        assertThat(chosen.body()).contains("another member of the exchange staff must confirm");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        token("my own pass phrase").is(403, "account.awaits-confirmation");
        confirm(market.operator(), username).is(409, "account.second-person-needed");
        confirm(market.staff(Role.OPERATOR), username).is(200);
        token("my own pass phrase").is(201);
        assertThat(confirmations.frozen()).doesNotContain(username);
    }

    /** Where there is no second person left: whoever starts the exchange holds its data folder anyway. */
    @Test
    void theStartConfirmsWhereNobodyElseCan() throws Exception {
        Newcomers.open(accounts, username, null, Set.of(Role.COMPLIANCE_OFFICER));
        market.post(market.operator(), path() + "/password-reset", "").is(200);

        confirmations.confirmAtStart(username);
        confirmations.confirmAtStart(fresh("nobody"));

        assertThat(confirmations.frozen()).doesNotContain(username);
    }

    private String path() {
        return "/users/" + username;
    }

    private Market.Answer confirm(String token, String whom) throws Exception {
        return market.post(token, path() + "/confirmation", "{\"person\": \"" + whom + "\"}");
    }

    private Market.Answer token(String password) throws Exception {
        var body = Map.of("username", username, "password", password, "name", "x", "days", 1);
        return market.post("", "/tokens", JsonMapper.shared().writeValueAsString(body));
    }

    private static String staff(String role, String person) {
        return "{\"displayName\": \"x\", \"roles\": [\"%s\"], \"password\": \"%s\", \"person\": \"%s\"}"
                .formatted(role, PASSWORD, person);
    }
}
