package pujiang.web.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import tools.jackson.databind.JsonNode;

/** A trade of a million yuan that the law leaves to officers. */
@ExchangeTest
class FourEyesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Test
    void twoOfficersLetItPassAndTheHistoryNamesBoth() throws Exception {
        var market = new Market(port, accounts);
        var product = fresh("eyes-product");
        var trade = "/trades/" + held(market, vendor(market), product);
        var first = market.staff(Role.COMPLIANCE_OFFICER);
        var second = market.staff(Role.COMPLIANCE_OFFICER);

        assertThat(approve(market, first, trade)).isEqualTo("requested");
        assertThat(review(market, first, trade).path("supportedBy").asString()).startsWith("user-");
        market.post(first, trade + "/approval", market.approval(first, trade)).is(409, "trade.second-officer-needed");
        assertThat(approve(market, second, trade)).isEqualTo("agreed");

        var events = market.get(second, trade + "/events").is(200).body();
        assertThat(names(events)).containsExactly("trade.order-held", "trade.review-supported", "trade.agreed");
        assertThat(events.get(1).path("actor").asString())
                .isNotEqualTo(events.get(2).path("actor").asString());
    }

    @Test
    void whatTheFirstOfficerSawAndTheVendorHasRevisedSinceIsSupportedByNobody() throws Exception {
        var market = new Market(port, accounts);
        var product = fresh("eyes-product");
        var vendor = vendor(market);
        var trade = "/trades/" + held(market, vendor, product);
        var first = market.staff(Role.COMPLIANCE_OFFICER);
        var second = market.staff(Role.COMPLIANCE_OFFICER);
        assertThat(approve(market, first, trade)).isEqualTo("requested");
        var read = market.approval(second, trade);

        var revised = Market.product(product, "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"")
                .replace("\"product.sampleExposesPI\": false, ", "");
        market.revise(vendor, "/products/" + product, "\"v2\"", revised).is(200);

        assertThat(market.post(second, trade + "/approval", read).is(200).text("/state"))
                .as("it has read what is no longer so")
                .isEqualTo("requested");
        assertThat(review(market, first, trade).path("supportedBy").isNull()).isTrue();
        market.post(second, trade + "/approval", read).is(409, "trade.another-answer");
        assertThat(approve(market, second, trade)).as("now the first").isEqualTo("requested");
        assertThat(approve(market, first, trade)).as("now the second").isEqualTo("agreed");
        var events = market.get(second, trade + "/events").is(200).body();
        assertThat(names(events))
                .containsExactly(
                        "trade.order-held",
                        "trade.review-supported",
                        "trade.answer-changed",
                        "trade.review-supported",
                        "trade.agreed");
        assertThat(events.get(2).at("/content/supporter").asString())
                .isEqualTo(events.get(1).path("actor").asString());
    }

    /** Important is what the law calls so: it was graded general, and an authority has designated it. */
    @Test
    void designatedDataNeedsTwoOfficersHoweverItWasGradedAndWhateverItCosts() throws Exception {
        var market = new Market(port, accounts);
        var product = fresh("eyes-product");
        var designated = disputed(product)
                .replace("\"product.importantStatus\": \"NONE\"", "\"product.importantStatus\": \"DESIGNATED\"");
        var trade = "/trades/" + held(market, vendor(market), product, "10.00", designated);
        var first = market.staff(Role.COMPLIANCE_OFFICER);
        var second = market.staff(Role.COMPLIANCE_OFFICER);

        assertThat(review(market, first, trade).path("reasons").toString()).contains("IMPORTANT_DATA");
        assertThat(approve(market, first, trade)).isEqualTo("requested");
        market.post(first, trade + "/approval", market.approval(first, trade)).is(409, "trade.second-officer-needed");
        assertThat(approve(market, second, trade)).isEqualTo("agreed");
    }

    /** Whoever resets a password knows it: until another has confirmed whose the account is, its word does not count. */
    @Test
    void theApprovalOfAnOfficerWhosePasswordWasResetIsFrozen() throws Exception {
        var market = new Market(port, accounts);
        var trade = "/trades/" + held(market, vendor(market), fresh("eyes-product"));
        var first = market.staff(Role.COMPLIANCE_OFFICER);
        var second = market.staff(Role.COMPLIANCE_OFFICER);
        var third = market.staff(Role.COMPLIANCE_OFFICER);
        var name = market.get(first, "/me").text("/username");
        assertThat(approve(market, first, trade)).isEqualTo("requested");

        market.post(market.operator(), "/users/" + name + "/password-reset", "").is(200);

        market.post(first, trade + "/approval", "{}").is(401);
        assertThat(approve(market, second, trade)).as("now the first").isEqualTo("requested");
        assertThat(review(market, second, trade).path("supportedBy").asString())
                .isEqualTo(market.get(second, "/me").text("/username"));
        assertThat(approve(market, third, trade)).as("now the second").isEqualTo("agreed");
    }

    @Test
    void anApprovalThatNamesNoDecisionIsRefusedAtThatField() throws Exception {
        var market = new Market(port, accounts);
        var trade = "/trades/" + held(market, vendor(market), fresh("eyes-product"));
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        var refused = market.post(officer, trade + "/approval", "{\"ground\": \"seen\", \"evidence\": \"vault/9\"}")
                .is(400, "request.invalid");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/decision");
        assertThat(refused.text("/errors/0/code")).isEqualTo("field.required");
        var other = market.approval(officer, trade).replaceFirst("sha-256:[0-9a-f]{64}", "sha-256:" + "0".repeat(64));
        market.post(officer, trade + "/approval", other).is(409, "trade.another-answer");
    }

    private static String approve(Market market, String officer, String trade) throws Exception {
        return market.post(officer, trade + "/approval", market.approval(officer, trade))
                .is(200)
                .text("/state");
    }

    private static JsonNode review(Market market, String officer, String trade) throws Exception {
        var page = market.get(officer, "/reviews?limit=200").is(200).body();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(each -> trade.endsWith("/" + each.path("trade").asString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode events) {
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.path("name").asString())
                .toList();
    }

    private static String vendor(Market market) throws Exception {
        return market.token(market.participant("eyes-vendor"), Role.VENDOR);
    }

    /** Its product fell into dispute after it was listed. */
    private static String held(Market market, String vendor, String product) throws Exception {
        return held(market, vendor, product, "1000000.00", disputed(product));
    }

    private static String disputed(String product) {
        return Market.product(product, "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"");
    }

    private static String held(Market market, String vendor, String product, String price, String revised)
            throws Exception {
        var buying = market.participant("eyes-buyer");
        var buyer = market.token(buying, Role.BUYER);
        var listing = fresh("eyes-listing");
        market.put(vendor, "/products/" + product, Market.product(product)).is(201);
        market.put(vendor, "/listings/" + listing, Market.listing(product, price))
                .is(201);
        market.revise(vendor, "/products/" + product, "\"v1\"", revised).is(200);
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
