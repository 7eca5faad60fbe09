package pujiang.web.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import tools.jackson.databind.JsonNode;

/** What each side of a trade is told over HTTP, wherever the exchange tells of its decisions and of what happened. */
@ExchangeTest
class ReadersOfTradesTest {

    private static final String DISPUTE = "product.rightsDispute";
    private static final String COURT = "buyer.isForeignJudicialBody";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;
    private HeldOrders orders;
    private String listing;
    private String trade;

    /** Held for a dispute, of which the vendor has told the exchange and nobody else. */
    @BeforeEach
    void anOrderIsHeldForWhatTheVendorHasStated() throws Exception {
        market = new Market(port, accounts);
        orders = new HeldOrders(market, "read");
        listing = orders.listing();
        trade = "/trades/" + orders.waiting(listing);
    }

    @Test
    void theBuyerIsToldThatARuleSawTheVendorsFactAndNotWhatItSaw() throws Exception {
        var told = new ArrayList<Answer>();
        for (var path : List.of("", "/decisions", "/decisions/1", "/events", "/decisions/1/explanation")) {
            told.add(market.get(orders.buyer(), trade + path).is(200));
        }
        told.add(market.get(orders.buyer(), "/trades").is(200));
        told.add(orders.order(orders.buyer(), trade.substring("/trades/".length()), listing)
                .is(200));
        told.add(market.post(
                        orders.buyer(),
                        "/quotes",
                        """
                        {"listing": "%s", "use": {"purpose": "RESEARCH", "scenario": "air study"}}"""
                                .formatted(listing))
                .is(200));
        for (var answer : told) mustWithhold(answer, DISPUTE, "VENDOR");
    }

    @Test
    void theVendorAndTheOfficerReadWhatItSaw() throws Exception {
        for (var reader : List.of(orders.vendor(), orders.officer())) {
            for (var path : List.of("", "/decisions", "/decisions/1", "/decisions/1/explanation")) {
                var seen = about(market.get(reader, trade + path).is(200).body(), DISPUTE, "observed");

                assertThat(seen).as(path).isNotEmpty().allSatisfy(each -> assertThat(
                                each.path("observed").asString())
                        .isEqualTo("true"));
            }
        }
    }

    /** What it must become tells what it is. */
    @Test
    void theNearestFixNamesTheFactOfTheOtherSideAndNoValueOfIt() throws Exception {
        var explanation = trade + "/decisions/1/explanation";
        var forBuyer = market.get(orders.buyer(), explanation).is(200).body().at("/fix/changes/0");
        var forVendor = market.get(orders.vendor(), explanation).is(200).body().at("/fix/changes/0");

        assertThat(forBuyer.path("fact").asString()).isEqualTo(DISPUTE);
        assertThat(forBuyer.path("by").asString()).isEqualTo("VENDOR");
        assertThat(forBuyer.path("withheld").asBoolean()).isTrue();
        assertThat(forBuyer.path("from").isNull()).isTrue();
        assertThat(forBuyer.path("to").isNull()).isTrue();
        assertThat(forBuyer.path("oneOf")).isEmpty();
        assertThat(forVendor.path("from").asString()).isEqualTo("true");
        assertThat(forVendor.path("withheld").asBoolean()).isFalse();
    }

    @Test
    void theVendorIsToldThatARuleSawTheBuyersFactAndNotWhatItSaw() throws Exception {
        var court = market.participant("read-court");
        var token = market.token(court, Role.BUYER);
        acknowledge(court);
        var offer = fresh("read-offer");
        market.put(orders.vendor(), "/products/" + offer, Market.product(offer)).is(201);
        market.put(orders.vendor(), "/listings/" + offer, Market.listing(offer, "0.00"))
                .is(201);
        var refused = fresh("read-refused");
        assertThat(orders.order(token, refused, offer).is(201).text("/outcome")).isEqualTo("refused");

        for (var path : List.of("", "/decisions", "/decisions/1", "/events", "/decisions/1/explanation")) {
            var read = "/trades/" + refused + path;
            mustWithhold(market.get(orders.vendor(), read).is(200), COURT, "BUYER");
            assertThat(about(market.get(token, read).is(200).body(), COURT, "observed"))
                    .as(path)
                    .isNotEmpty()
                    .allSatisfy(
                            seen -> assertThat(seen.path("observed").asString()).isEqualTo("true"));
        }
    }

    @Test
    void theGroundOfAnApprovalIsToldToBothSidesAndItsEvidenceToNeither() throws Exception {
        var approval = market.approval(orders.officer(), trade)
                .replace("vault/9", "memo 12")
                .replace("seen", "a ruling");
        var answer =
                market.post(orders.officer(), trade + "/approval", approval).is(200);
        assertThat(answer.text("/state")).isEqualTo("agreed");

        for (var party : List.of(orders.buyer(), orders.vendor())) {
            assertThat(market.get(party, trade + "/events").is(200).body().toString())
                    .contains("a ruling")
                    .doesNotContain("memo 12");
        }
        assertThat(market.get(orders.officer(), trade + "/events")
                        .is(200)
                        .body()
                        .toString())
                .contains("a ruling")
                .contains("memo 12");
    }

    /** That something was asked both may know: it is why the trade waits. */
    @Test
    void whatWasAskedOfOneSideTheOtherIsNotTold() throws Exception {
        market.post(
                        orders.officer(),
                        trade + "/document-requests",
                        """
                        {"side": "VENDOR", "facts": ["pi.piaDone"], "wanted": "the report"}""")
                .is(200);

        var forBuyer = last(orders.buyer());
        var forVendor = last(orders.vendor());
        assertThat(forBuyer.path("name").asString()).isEqualTo("trade.document-requested");
        assertThat(forBuyer.at("/content/asking").propertyNames()).containsExactly("side");
        assertThat(forBuyer.toString()).doesNotContain("pi.piaDone").doesNotContain("the report");
        assertThat(forVendor.at("/content/asking/facts/0").asString()).isEqualTo("pi.piaDone");
        assertThat(forVendor.at("/content/asking/wanted").asString()).isEqualTo("the report");
    }

    @Test
    void aDecisionWithAllItsFactsIsAFileForTheExchangesOwnPeople() throws Exception {
        market.get(orders.buyer(), trade + "/decisions/1/file").is(403, "request.forbidden");
        market.get(orders.vendor(), trade + "/decisions/1/file").is(403, "request.forbidden");
        assertThat(market.get(orders.officer(), trade + "/decisions/1/file")
                        .is(200)
                        .body()
                        .toString())
                .contains("\"observed\":\"true\"");
    }

    private void acknowledge(ParticipantId court) throws Exception {
        var path = "/participants/" + court;
        var statement = Market.STATEMENT
                .replace("\"" + COURT + "\": false", "\"%s\": true".formatted(COURT))
                .replaceFirst("\\{", "{\"buyer.authorityApproval\": false, ");
        market.revise(
                        market.operator(),
                        path + "/statement",
                        market.get(market.operator(), path).is(200).etag(),
                        "{\"statement\": %s, \"evidence\": \"letter\"}".formatted(statement))
                .is(200);
    }

    private JsonNode last(String reader) throws Exception {
        var events = market.get(reader, trade + "/events").is(200).body();
        return events.get(events.size() - 1);
    }

    private static void mustWithhold(Answer answer, String fact, String whose) {
        var seen = about(answer.body(), fact, "withheld");
        assertThat(seen).as(answer.body().toPrettyString()).isNotEmpty();
        for (var each : seen) {
            if (each.has("observed"))
                assertThat(each.path("withheld").asString()).isEqualTo(whose);
            for (var telling : List.of("observed", "test", "required", "truth", "source", "from", "to")) {
                assertThat(each.path(telling).isNull() || each.path(telling).isMissingNode())
                        .as("%s of %s", telling, each)
                        .isTrue();
            }
        }
    }

    /** Whatever in an answer is about that fact and says this of it. */
    private static List<JsonNode> about(JsonNode node, String fact, String says) {
        var found = new ArrayList<JsonNode>();
        if (node.path("fact").isString() && node.path("fact").asString().equals(fact) && node.has(says)) {
            found.add(node);
        }
        node.forEach(inner -> found.addAll(about(inner, fact, says)));
        return found;
    }
}
