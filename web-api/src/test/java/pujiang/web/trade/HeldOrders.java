package pujiang.web.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import pujiang.app.security.Role;
import pujiang.web.Market;
import pujiang.web.Market.Answer;

/**
 * One vendor, one buyer and one officer, and the orders that wait for that officer, for tests: what is ordered is free of
 * charge, and its product fell into dispute after it was listed.
 */
final class HeldOrders {

    private static final String DISPUTED = "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"";

    private final Market market;
    private final String start;
    private final String vendor;
    private final String buyer;
    private final String officer;

    /** @param start of every name, so that no other test meets them */
    HeldOrders(Market market, String start) throws Exception {
        this.market = market;
        this.start = start;
        vendor = market.token(market.participant(start + "-vendor"), Role.VENDOR);
        buyer = market.token(market.participant(start + "-buyer"), Role.BUYER);
        officer = market.staff(Role.COMPLIANCE_OFFICER);
    }

    String vendor() {
        return vendor;
    }

    String buyer() {
        return buyer;
    }

    String officer() {
        return officer;
    }

    /** The token of another buyer. */
    String stranger() throws Exception {
        return market.token(market.participant(start + "-stranger"), Role.BUYER);
    }

    /** A listing whose product is in dispute; both have this id. */
    String listing() throws Exception {
        var id = fresh(start + "-listing");
        market.put(vendor, "/products/" + id, Market.product(id)).is(201);
        market.put(vendor, "/listings/" + id, Market.listing(id, "0.00")).is(201);
        market.revise(vendor, "/products/" + id, "\"v1\"", Market.product(id, DISPUTED))
                .is(200);
        return id;
    }

    Answer order(String whose, String trade, String listing) throws Exception {
        return market.put(
                whose,
                "/trades/" + trade,
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air study"}}"""
                        .formatted(listing));
    }

    /** A trade of the buyer that waits. */
    String waiting(String listing) throws Exception {
        var trade = fresh(start + "-trade");
        assertThat(order(buyer, trade, listing).is(201).text("/state")).isEqualTo("requested");
        return trade;
    }
}
