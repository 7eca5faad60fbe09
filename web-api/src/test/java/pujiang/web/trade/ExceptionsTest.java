package pujiang.web.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.calendar.Shanghai;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import tools.jackson.databind.JsonNode;

/** One officer's exception, and the trades that it reaches and does not. */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
class ExceptionsTest {

    private final LocalDate today = LocalDate.now(Shanghai.ZONE);

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private Market market;
    private HeldOrders orders;
    private String buyer;
    private String officer;

    @BeforeAll
    void openTheMarket() throws Exception {
        market = new Market(port, accounts);
        orders = new HeldOrders(market, "except");
        buyer = orders.buyer();
        officer = orders.officer();
    }

    @Test
    void theNextTradeOfTheSameBuyerWithTheSameListingPassesByItself() throws Exception {
        var listing = orders.listing();
        var first = orders.waiting(listing);
        approve(first, "BUYER_WITH_LISTING", today.plusDays(90)).is(200);

        var second = fresh("except-trade");
        assertThat(order(buyer, second, listing)).isEqualTo("agreed");
        var clearance = market.get(officer, "/trades/" + second + "/events")
                .body()
                .get(0)
                .at("/content/clearance");
        assertThat(clearance.at("/lifting/ground").asString()).contains("exception granted in " + first);

        assertThat(order(orders.stranger(), fresh("except-trade"), listing)).isEqualTo("requested");
        assertThat(order(buyer, fresh("except-trade"), orders.listing())).isEqualTo("requested");
        assertThat(listed(first).path("state").asString()).isEqualTo("IN_FORCE");
        assertThat(listed(first).path("rules").isEmpty()).isFalse();
    }

    @Test
    void itIsListedAsEndingSoonAndAsNoLongerNeeded() throws Exception {
        var listing = orders.listing();
        var trade = orders.waiting(listing);
        approve(trade, "BUYER_WITH_LISTING", today.plusDays(29)).is(200);
        assertThat(listed(trade).path("state").asString()).isEqualTo("EXPIRING");

        var settled = "\"product.rightsDispute\": false, \"product.grade\": \"GENERAL\"";
        market.revise(orders.vendor(), "/products/" + listing, "\"v2\"", Market.product(listing, settled))
                .is(200);
        assertThat(order(buyer, fresh("except-trade"), listing)).isEqualTo("agreed");
        assertThat(listed(trade).path("state").asString()).isEqualTo("NOT_NEEDED");
    }

    @Test
    void onceRevokedItIsHeardByNoLaterDecisionAndStaysReadableWithWhoAndWhy() throws Exception {
        var listing = orders.listing();
        var first = orders.waiting(listing);
        approve(first, "BUYER_WITH_LISTING", today.plusDays(90)).is(200);
        var passed = fresh("except-trade");
        assertThat(order(buyer, passed, listing)).isEqualTo("agreed");
        var address =
                "/exceptions/" + first + "/" + listed(first).path("sequence").asLong();

        var revoked = market.post(officer, address + "/revocation", "{\"ground\": \"the mandate has ended\"}")
                .is(200);

        assertThat(revoked.text("/state")).isEqualTo("REVOKED");
        assertThat(revoked.text("/revoked/ground")).isEqualTo("the mandate has ended");
        assertThat(order(buyer, fresh("except-trade"), listing)).isEqualTo("requested");
        assertThat(market.get(buyer, "/trades/" + passed).text("/state")).isEqualTo("agreed");
        assertThat(listed(first).path("state").asString()).isEqualTo("REVOKED");
        var read = market.get(officer, address).is(200);
        assertThat(read.text("/revoked/officer")).isNotEmpty();
        assertThat(read.text("/revoked/at")).startsWith("20");
    }

    @Test
    void onlyWhatWasGrantedIsRevokedAndOnlyWithAGround() throws Exception {
        var trade = orders.waiting(orders.listing());
        approve(trade, "TRADE", today.plusDays(9)).is(200);
        var ground = "{\"ground\": \"no longer\"}";

        market.get(officer, "/exceptions/" + trade + "/0").is(404, "trade.exception-unknown");
        market.post(officer, "/exceptions/" + trade + "/0/revocation", ground).is(404, "trade.exception-unknown");
        market.post(officer, "/exceptions/" + trade + "/2/revocation", "{\"ground\": \"\"}")
                .is(400, "request.invalid");
        market.post(buyer, "/exceptions/" + trade + "/2/revocation", ground).is(403, "request.forbidden");
    }

    @Test
    void itEndsWithinAYearAndSaysWhichFieldIsWrong() throws Exception {
        var trade = orders.waiting(orders.listing());

        var problem = approve(trade, "TRADE", today.plusYears(2)).is(400, "request.invalid");
        assertThat(problem.text("/errors/0/pointer")).isEqualTo("/exception/until");
        approve(trade, "EVERYTHING", today).is(400, "request.invalid");
        assertThat(market.get(buyer, "/trades/" + trade).text("/state")).isEqualTo("requested");
    }

    private Answer approve(String trade, String scope, LocalDate until) throws Exception {
        var wish = ", \"exception\": {\"scope\": \"%s\", \"until\": \"%s\"}}".formatted(scope, until);
        var path = "/trades/" + trade;
        return market.post(
                officer, path + "/approval", market.approval(officer, path).replaceFirst("}$", wish));
    }

    private JsonNode listed(String trade) throws Exception {
        var page = market.get(officer, "/exceptions?limit=200").is(200).body();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(exception -> exception.path("trade").asString().equals(trade))
                .findFirst()
                .orElseThrow();
    }

    private String order(String whose, String trade, String listing) throws Exception {
        return orders.order(whose, trade, listing).is(201).text("/state");
    }
}
