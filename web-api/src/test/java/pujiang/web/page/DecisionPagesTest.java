package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;
import static pujiang.web.page.Gestures.signIn;

import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.security.Accounts;
import pujiang.web.security.Newcomers;
import pujiang.web.security.Role;

/** A decision as its readers see it in a browser. */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
class DecisionPagesTest {

    private static final String PASSWORD = Newcomers.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;
    private Browsers browsers;

    @BeforeAll
    void openTheMarket() {
        browsers = new Browsers(port);
        market = new Market(port, accounts);
    }

    @AfterAll
    void closeTheBrowsers() {
        browsers.close();
    }

    @AfterEach
    void noPageHasComplained() {
        browsers.haveNothingToComplain();
    }

    /** The vendor has not said where its data is from. */
    @Test
    void whatWouldMakeItPassNamesEveryValueThatWould() throws Exception {
        var vendor = market.token(market.participant("page-vendor"), Role.VENDOR);
        var product = fresh("page-product");
        var unsaid = Market.product(product).replace("\"product.sourceType\": \"SELF_GENERATED\",", "");
        market.put(vendor, "/products/" + product, unsaid).is(201);
        var listing = fresh("page-listing");
        market.put(vendor, "/listings/" + listing, Market.listing(product, "1.00"))
                .is(201);
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        var change = market.get(officer, "/listings/" + listing + "/decisions/1/explanation")
                .is(200)
                .body()
                .at("/fix/changes/0");
        var values = StreamSupport.stream(change.path("oneOf").spliterator(), false)
                .map(value -> value.asString())
                .toList();
        assertThat(values).hasSizeGreaterThan(1).contains(change.path("to").asString());

        var username = fresh("page-user");
        Newcomers.open(accounts, username, null, Set.of(Role.COMPLIANCE_OFFICER));
        var page = browsers.reader("en-US");
        page.navigate("/sign-in");
        signIn(page, username, PASSWORD);
        assertThat(page.locator("h1")).hasText("What waits for me");
        page.navigate("/listings/" + listing + "/decisions/1");
        assertThat(page.locator("#fix ~ ul li")).containsText("product.sourceType: ? → " + String.join(" or ", values));
        page.navigate("/listings/" + listing + "/decisions/1?lang=zh");
        assertThat(page.locator("#fix ~ ul li")).containsText(String.join(" 或 ", values));
    }
}
