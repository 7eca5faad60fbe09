package pujiang.web.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.security.Accounts;
import pujiang.web.security.Role;

/** A trade of a million yuan that the law leaves to officers. */
@ExchangeTest
class FourEyesTest {

    private static final String APPROVAL = "{\"ground\": \"the dispute is settled\", \"evidence\": \"vault/9\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Test
    void twoOfficersLetItPassAndTheHistoryNamesBoth() throws Exception {
        var market = new Market(port, accounts);
        var trade = "/trades/" + held(market);
        var first = market.staff(Role.COMPLIANCE_OFFICER);
        var second = market.staff(Role.COMPLIANCE_OFFICER);

        assertThat(market.post(first, trade + "/approval", APPROVAL).is(200).text("/state"))
                .isEqualTo("requested");
        market.post(first, trade + "/approval", APPROVAL).is(409, "trade.second-officer-needed");
        assertThat(market.post(second, trade + "/approval", APPROVAL).is(200).text("/state"))
                .isEqualTo("agreed");

        var events = market.get(second, trade + "/events").is(200).body();
        assertThat(StreamSupport.stream(events.spliterator(), false)
                        .map(event -> event.path("name").asString()))
                .containsExactly("trade.order-held", "trade.review-supported", "trade.agreed");
        assertThat(events.get(1).path("actor").asString())
                .isNotEqualTo(events.get(2).path("actor").asString());
    }

    /** Its product fell into dispute after it was listed. */
    private static String held(Market market) throws Exception {
        var vendor = market.token(market.participant("eyes-vendor"), Role.VENDOR);
        var buying = market.participant("eyes-buyer");
        var buyer = market.token(buying, Role.BUYER);
        var product = fresh("eyes-product");
        var listing = fresh("eyes-listing");
        market.put(vendor, "/products/" + product, Market.product(product)).is(201);
        market.put(vendor, "/listings/" + listing, Market.listing(product, "1000000.00"))
                .is(201);
        var disputed = Market.product(product, "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"");
        market.revise(vendor, "/products/" + product, "\"v1\"", disputed).is(200);
        market.post(
                        market.operator(),
                        "/accounts/" + buying + "/deposits",
                        """
                        {"amount": {"amount": "1000000.00", "currency": "CNY"}, "reference": "%s"}"""
                                .formatted(fresh("eyes-bank")))
                .is(200);
        var trade = fresh("eyes-trade");
        market.put(
                        buyer,
                        "/trades/" + trade,
                        """
                        {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air study"}}"""
                                .formatted(listing))
                .is(201);
        return trade;
    }
}
