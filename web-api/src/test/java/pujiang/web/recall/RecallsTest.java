package pujiang.web.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.Sale;
import tools.jackson.databind.JsonNode;

/** What comes after a trade when its ground falls away, over HTTP. */
@ExchangeTest
class RecallsTest {

    private static final String[] EVERYTHING_DERIVED = {
        "SUSPEND_PRODUCT", "SUSPEND_PRODUCT", "SUSPEND_LISTING", "SUSPEND_LISTING", "HOLD_TRADE", "DELETE_COPY"
    };

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;
    private String officer;

    @BeforeEach
    void aMarket() {
        market = new Market(port, accounts);
        officer = market.staff(Role.COMPLIANCE_OFFICER);
    }

    @Test
    void aWithdrawnConsentReachesListingsOpenTradesAndDeliveredCopiesOfEverythingDerived() throws Exception {
        var sale = new Sale(market, "100.00").deposit("200.00");
        var delivered = sale.completed("persons 1");
        var open = fresh("recall-open");
        sale.order(open).is(201);
        var derived = derivedFrom(sale.product());
        var recall = "/recalls/" + fresh("recall");

        assertThat(market.put(sale.vendor(), recall, withdrawn(sale.product()))
                        .is(201)
                        .body()
                        .path("measures"))
                .as("the plan is not for the vendor")
                .isEmpty();
        market.put(sale.vendor(), recall, withdrawn(sale.product())).is(200);
        market.put(sale.vendor(), recall, withdrawn(sale.product()).replace("12 persons", "13 persons"))
                .is(409, "recall.already-filed");
        var staged = market.get(officer, recall).is(200);
        assertThat(kinds(staged)).containsExactly(EVERYTHING_DERIVED);
        assertThat(staged.body().path("products").toString()).contains(sale.product(), derived.product());

        market.post(officer, recall + "/confirmation", plan(staged)).is(200);
        var done = completed(recall);
        assertThat(done.body().path("measures")).allSatisfy(step -> {
            assertThat(step.path("taken").asString()).isNotBlank();
            assertThat(step.path("outcome").asString()).matches("done|obligation o-[0-9a-f]{32}");
        });
        assertThat(market.get(officer, "/listings/" + derived.listing()).text("/listing/state"))
                .isEqualTo("suspended");
        sale.deliver(open, "persons 2").is(409);
        market.post(sale.buyer(), "/trades/" + delivered + "/downloads", "").is(409, "obligation.recalled");
        var owed = market.get(sale.buyer(), "/obligations?state=due-soon")
                .is(200)
                .body()
                .path("items");
        assertThat(owed.get(0).at("/duty/rule").asString()).isEqualTo("PIPL-15-1");
        isProvable(recall, sale);
        staysClosedOnceDeleted(sale, delivered, owed.get(0).path("id").asString());
    }

    /** The copy that was called back is gone, and no other takes its place: who fetches again holds it again. */
    private void staysClosedOnceDeleted(Sale sale, String trade, String obligation) throws Exception {
        var owed = "/obligations/" + obligation;
        market.post(sale.buyer(), owed + "/proof", "{\"statement\": \"every copy deleted\"}")
                .is(200);
        market.post(sale.buyer(), "/trades/" + trade + "/downloads", "").is(409, "obligation.recalled");
        market.post(officer, owed + "/discharge", market.acceptance(officer, owed))
                .is(200);
        market.post(sale.buyer(), "/trades/" + trade + "/downloads", "").is(409, "download.copy-deleted");
    }

    /** Filed, staged, confirmed, six measures, completed. */
    private void isProvable(String recall, Sale sale) throws Exception {
        var file = market.get(officer, recall + "/file").is(200);
        assertThat(file.body().path("events")).hasSize(10);
        market.get(sale.vendor(), recall + "/file").is(403, "request.forbidden");
    }

    @Test
    void aPlanThatNoLongerFindsTheSameIsStagedAnew() throws Exception {
        var sale = new Sale(market, "100.00").deposit("100.00");
        var recall = "/recalls/" + fresh("recall");
        var staged = market.put(officer, recall, lapsed(sale.product())).is(201);
        assertThat(kinds(staged)).containsExactly("SUSPEND_PRODUCT", "SUSPEND_LISTING");
        var trade = fresh("recall-meanwhile");
        sale.order(trade).is(201);

        market.post(officer, recall + "/confirmation", plan(staged)).is(409, "recall.plan-changed");
        var anew = market.post(officer, recall + "/plan", "").is(200);
        assertThat(kinds(anew)).containsExactly("SUSPEND_PRODUCT", "SUSPEND_LISTING", "STOP_TRADE");
        market.post(officer, recall + "/confirmation", plan(staged)).is(409, "recall.plan-changed");
        market.post(officer, recall + "/confirmation", plan(anew)).is(200);
        completed(recall);

        assertThat(market.get(sale.buyer(), "/trades/" + trade).text("/outcome"))
                .isEqualTo("cancelled");
        assertThat(market.get(sale.buyer(), "/accounts/" + sale.buyerId()).text("/available/amount"))
                .as("what was reserved is back")
                .isEqualTo("100.00");
    }

    @Test
    void aDisqualifiedPartySellsAndBuysNoMoreAndDeletesWhatItHolds() throws Exception {
        var sale = new Sale(market, "100.00");
        var delivered = sale.completed("persons 3");
        var recall = "/recalls/" + fresh("recall");
        var body =
                occurrence("PARTY_DISQUALIFIED", "participant", sale.buyerId().value());

        market.put(sale.vendor(), recall, body).is(403, "request.forbidden");
        var staged = market.put(officer, recall, body).is(201);
        assertThat(kinds(staged)).containsExactly("SUSPEND_PARTY", "DELETE_COPY");
        assertThat(staged.text("/measures/1/measure/trade")).isEqualTo(delivered);
        market.post(officer, recall + "/confirmation", plan(staged)).is(200);
        completed(recall);
        assertThat(market.get(officer, "/participants/" + sale.buyerId()).text("/state"))
                .isEqualTo("suspended");
    }

    @Test
    void aChangeOfTheLawReachesWhatTheFormerBookHasJudged() throws Exception {
        var sale = new Sale(market, "100.00");
        var delivered = sale.completed("persons 4");
        var book = market.get(sale.buyer(), "/trades/" + delivered).text("/decision/ruleBook");
        var recall = "/recalls/" + fresh("recall");

        var staged = market.put(officer, recall, occurrence("LAW_CHANGED", "ruleBook", book))
                .is(201);
        assertThat(staged.body().path("measures"))
                .anyMatch(step -> step.at("/measure/trade").asString().equals(delivered)
                        && step.at("/measure/kind").asString().equals("ASSESS_COPY"))
                .anyMatch(step -> step.at("/measure/listing").asString().equals(sale.listing()));
        // Everything that other tests have listed is among it, so nothing of it is done.
        assertThat(market.post(officer, recall + "/withdrawal", "{\"reason\": \"only a try\"}")
                        .is(200)
                        .text("/state"))
                .isEqualTo("dropped");
        market.post(officer, recall + "/confirmation", plan(staged)).is(409, "recall.wrong-state");
    }

    @Test
    void whatIsWrongWithARecallIsSaidAtItsField() throws Exception {
        var sale = new Sale(market, "100.00");
        var recall = "/recalls/" + fresh("recall");

        market.put(officer, recall, occurrence("CONSENT_WITHDRAWN", "participant", "lion"))
                .is(400, "request.invalid");
        market.put(officer, recall, occurrence("LAW_CHANGED", "ruleBook", "yesterday"))
                .is(400, "request.invalid");
        market.put(officer, recall, withdrawn("nobody-has-it")).is(404, "product.unknown");
        var stranger = market.token(market.participant("recall-stranger"), Role.VENDOR);
        market.put(stranger, recall, withdrawn(sale.product())).is(404, "product.unknown");
        market.get(officer, recall).is(404, "recall.unknown");
    }

    private record Derived(String product, String listing) {}

    /** Another vendor's product, whose source names the first one's registration number. */
    private Derived derivedFrom(String product) throws Exception {
        var number = market.get(officer, "/products/" + product).is(200).text("/number");
        var vendor = market.token(market.participant("recall-deriver"), Role.VENDOR);
        var derived = new Derived(fresh("derived"), fresh("derived-listing"));
        var content = Market.product(derived.product())
                .replace("measured by the US consulate, public", "aggregated from " + number);
        market.put(vendor, "/products/" + derived.product(), content).is(201);
        market.put(vendor, "/listings/" + derived.listing(), Market.listing(derived.product(), "1.00"))
                .is(201);
        return derived;
    }

    private Answer completed(String recall) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            var now = market.get(officer, recall).is(200);
            if (now.text("/state").equals("completed")) return now;
            Thread.sleep(100);
        }
        throw new AssertionError(recall + " is not completed after 20 s");
    }

    private static List<String> kinds(Answer recall) {
        JsonNode measures = recall.body().path("measures");
        return StreamSupport.stream(measures.spliterator(), false)
                .map(step -> step.at("/measure/kind").asString())
                .toList();
    }

    private static String plan(Answer recall) {
        return "{\"plan\": \"%s\"}".formatted(recall.text("/plan"));
    }

    private static String withdrawn(String product) {
        return occurrence("CONSENT_WITHDRAWN", "product", product);
    }

    private static String lapsed(String product) {
        return occurrence("LICENCE_LAPSED", "product", product);
    }

    private static String occurrence(String kind, String field, String subject) {
        return "{\"kind\": \"%s\", \"%s\": \"%s\", \"reason\": \"letter of 12 persons\", \"evidence\": \"vault/12\"}"
                .formatted(kind, field, subject);
    }
}
