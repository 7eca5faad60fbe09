package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.refusal.SeparationOfDuties;
import pujiang.web.Drafts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.Sale;

/** What one person never does both of, tried by one person; a pair without a try does not compile. */
@ExchangeTest
class SeparationTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;

    @BeforeEach
    void aMarket() {
        market = new Market(port, accounts);
    }

    @ParameterizedTest
    @EnumSource
    void theSecondIsRefusedToWhoHasDoneTheFirst(SeparationOfDuties pair) throws Exception {
        var refused = tried(pair);

        assertThat(refused.text("/code"))
                .as("%s, and %s: %s", pair.first(), pair.second(), refused.body())
                .isEqualTo(pair.code());
    }

    private Answer tried(SeparationOfDuties pair) throws Exception {
        return switch (pair) {
            case OPERATES_AND_REVIEWS ->
                opened(fresh("both"), "\"roles\": [\"OPERATOR\", \"COMPLIANCE_OFFICER\"]", fresh("person"));
            case WORKS_HERE_TWICE -> twoAccountsHere();
            case WORKS_HERE_AND_TRADES -> oneHereAndOneThere();
            case OPENS_AND_ADMITS -> admittedByWhoOpened();
            case RESETS_AND_CONFIRMS -> confirmedByWhoReset();
            case ENTERS_AND_ADMITS -> {
                var name = officer();
                yield confirmed(token(name), name);
            }
            case HAS_AND_SUSPENDS -> {
                var own = market.get(market.operator(), "/me").text("/username");
                yield market.post(market.operator(), "/users/" + own + "/suspension", "");
            }
            case HAS_AND_RESETS -> {
                var own = market.get(market.operator(), "/me").text("/username");
                yield market.post(market.operator(), "/users/" + own + "/password-reset", "");
            }
            case SUPPORTS_AND_APPROVES -> approvedTwice();
            case WRITES_AND_ACTIVATES -> activatedByItsAuthor();
            case BOOKS_AND_CONFIRMS -> bookedAndConfirmed();
        };
    }

    private Answer twoAccountsHere() throws Exception {
        var person = fresh("person");
        opened(fresh("one"), "\"roles\": [\"OPERATOR\"]", person).is(201);
        return opened(fresh("two"), "\"roles\": [\"COMPLIANCE_OFFICER\"]", person);
    }

    private Answer oneHereAndOneThere() throws Exception {
        var person = fresh("person");
        opened(fresh("one"), "\"roles\": [\"OPERATOR\"]", person).is(201);
        var house = market.participant("house");
        var there = "\"participant\": \"" + house + "\", \"roles\": [\"VENDOR\"]";
        return opened(fresh("two") + "@" + house, there, person);
    }

    private Answer admittedByWhoOpened() throws Exception {
        var name = fresh("opened");
        opened(name, "\"roles\": [\"OPERATOR\"]", name).is(201);
        return confirmed(market.operator(), name);
    }

    private Answer confirmedByWhoReset() throws Exception {
        var name = officer();
        market.post(market.operator(), "/users/" + name + "/password-reset", "").is(200);
        return confirmed(market.operator(), name);
    }

    private Answer approvedTwice() throws Exception {
        var trade = largeAndHeld();
        var officer = token(officer());
        market.post(officer, trade + "/approval", market.approval(officer, trade))
                .is(200);
        return market.post(officer, trade + "/approval", market.approval(officer, trade));
    }

    private Answer opened(String name, String as, String person) throws Exception {
        var content = "{\"displayName\": \"x\", " + as + ", \"password\": \"" + Newcomers.PASSWORD
                + "\", \"person\": \"" + person + "\"}";
        return market.put(market.operator(), "/users/" + name, content);
    }

    private Answer confirmed(String by, String name) throws Exception {
        return market.post(by, "/users/" + name + "/confirmation", "{\"person\": \"" + name + "\"}");
    }

    private String officer() {
        var name = fresh("officer");
        Newcomers.open(accounts, name, null, Set.of(Role.COMPLIANCE_OFFICER));
        return name;
    }

    private String token(String name) {
        return accounts.issue(name, "test", AccessCast.LIFE).token();
    }

    /** Of a million, so that it needs two; its product fell into dispute after it was listed. */
    private String largeAndHeld() throws Exception {
        var sale = new Sale(market, "1000000.00").deposit("1000000.00");
        market.revise(sale.vendor(), "/products/" + sale.product(), "\"v1\"", AccessBodies.DISPUTED)
                .is(200);
        var trade = fresh("large");
        sale.order(trade).is(201);
        return "/trades/" + trade;
    }

    private Answer activatedByItsAuthor() throws Exception {
        var drafts = new Drafts(port);
        var author = token(officer());
        var draft = fresh("draft");
        drafts.put(author, draft, Drafts.zip(Drafts.oneInstrumentOnAdmission())).is(201);
        return market.post(
                author,
                "/rule-drafts/" + draft + "/activation",
                "{\"report\": \"sha-256:%s\"}".formatted("0".repeat(64)));
    }

    private Answer bookedAndConfirmed() throws Exception {
        var house = market.participant("house");
        var reference = fresh("bank");
        market.post(
                        market.operator(),
                        "/accounts/" + house + "/deposits",
                        "{\"amount\": {\"amount\": \"10000000.00\", \"currency\": \"CNY\"}, \"reference\": \"%s\"}"
                                .formatted(reference))
                .is(202);
        var booking = "/bank-bookings/in." + reference + ".1";
        var digest = market.get(market.operator(), booking).is(200).text("/digest");
        return market.post(market.operator(), booking + "/confirmation", "{\"digest\": \"" + digest + "\"}");
    }
}
