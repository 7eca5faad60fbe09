package pujiang.app.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

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

/** Who stopped it says who may go on. */
@ExchangeTest
class StopsOverHttpTest {

    private static final String REASON = "{\"reason\": \"complaint 7\"}";

    private static final String LICENCE =
            """
            {"assessor": "a law firm", "facts": {"product.sourceExplained": true}, "evidence": "licence 2027",
             "validUntil": "2099-12-31"}""";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;
    private Sale sale;
    private String officer;

    @BeforeEach
    void aMarket() throws Exception {
        market = new Market(port, accounts);
        officer = market.staff(Role.COMPLIANCE_OFFICER);
        sale = new Sale(market, "10.00").deposit("100.00");
    }

    @Test
    void theOperatorsStopOfAListingIsTheOperatorsToLift() throws Exception {
        listing("/suspension", market.operator(), REASON).is(200);
        listing("/resumption", sale.vendor(), "").is(409, "stop.not-yours");
        listing("/resumption", officer, "").is(409, "stop.not-yours");
        var refused = sale.order(fresh("stopped")).is(409, "stop.stands");
        assertThat(refused.text("/detail")).contains(sale.listing(), "the operator", "The operator lifts it.");
        assertThat(market.get(sale.vendor(), "/listings/" + sale.listing())
                        .is(200)
                        .text("/listing/stops/0/ground"))
                .isEqualTo("OPERATOR_ORDER");

        assertThat(listing("/resumption", market.operator(), "").is(200).text("/state"))
                .isEqualTo("published");
        sale.order(fresh("resumed")).is(201);
    }

    @Test
    void stopsAddUpAndTheListingIsBackWhenTheLastIsLifted() throws Exception {
        listing("/suspension", sale.vendor(), REASON).is(200);
        listing("/suspension", market.operator(), REASON).is(200);
        listing("/suspension", officer, REASON).is(200);
        listing("/suspension", officer, REASON).is(200);

        assertThat(listing("/resumption", market.operator(), "").is(200).body().path("stops"))
                .hasSize(2);
        assertThat(listing("/resumption", sale.vendor(), "").is(200).text("/state"))
                .isEqualTo("suspended");
        listing("/resumption", sale.vendor(), "").is(409, "stop.not-yours");
        assertThat(listing("/resumption", officer, "").is(200).text("/state")).isEqualTo("published");
    }

    @Test
    void noOtherListingTakesThePlaceOfOneThatAnAuthorityHasStopped() throws Exception {
        var beside = offer("beside", sale.product());
        beside.is(201);
        listing("/suspension", market.operator(), REASON).is(200);

        offer("anew", sale.product()).is(409, "stop.stands");
        var revised = Market.listing(sale.product(), "11.00");
        market.revise(sale.vendor(), "/listings/" + beside.text("/id"), "\"v1\"", revised)
                .is(409, "stop.stands");
        listing("/withdrawal", sale.vendor(), REASON).is(200);
        offer("anew", sale.product()).is(409, "stop.stands");
        var twin = fresh("twin");
        market.put(sale.vendor(), "/products/" + twin, Market.product("Another title"))
                .is(201);
        offer("twin", twin).is(201);

        listing("/resumption", market.operator(), "").is(200);
        offer("anew", sale.product()).is(201);
    }

    @Test
    void aProductsStopCoversItsListingsLaterOnesDerivedOnesAndOpenTrades() throws Exception {
        var open = fresh("open");
        sale.order(open).is(201);
        var delivered = sale.completed("air 1");
        var before = derived();
        product("/suspension", officer, REASON).is(200);

        sale.order(fresh("late")).is(409, "stop.stands");
        offer("anew", sale.product()).is(409, "stop.stands");
        sale.deliver(open, "air 2").is(409, "stop.stands");
        market.post(sale.buyer(), "/trades/" + delivered + "/downloads", "").is(409, "stop.stands");
        market.put(
                        sale.buyer(),
                        "/trades/" + fresh("derived"),
                        """
                        {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air"}}"""
                                .formatted(before.listing()))
                .is(409, "stop.stands");
        var twin = fresh("twin");
        market.put(sale.vendor(), "/products/" + twin, Market.product("Another title"))
                .is(201);
        offer("twin", twin).is(409, "stop.stands");

        var later = derived("later");
        offer("later", later).is(409, "stop.stands");
        market.revise(sale.vendor(), "/products/" + later, "\"v1\"", distinct("silent", "measured"))
                .is(200);
        offer("silent", later).is(409, "stop.stands");

        product("/resumption", market.operator(), REASON).is(409, "stop.not-yours");
        product("/resumption", officer, REASON).is(200);
        sale.deliver(open, "air 2").is(200);
        offer("silent", later).is(201);
    }

    @Test
    void aProductThatIsRevisedAfterItsStopStaysStoppedForItsTwins() throws Exception {
        product("/suspension", officer, REASON).is(200);
        market.revise(sale.vendor(), "/products/" + sale.product(), "\"v1\"", distinct("disguised", "measured"))
                .is(200);

        var twin = fresh("twin");
        market.put(sale.vendor(), "/products/" + twin, Market.product("Another title"))
                .is(201);
        offer("twin", twin).is(409, "stop.stands");
        market.revise(sale.vendor(), "/products/" + twin, "\"v1\"", grown("twin"))
                .is(200);
        offer("twin", twin).is(409, "stop.stands");
        var disguised = fresh("disguised");
        market.put(sale.vendor(), "/products/" + disguised, distinct("disguised", "measured"))
                .is(201);
        offer("disguised", disguised).is(409, "stop.stands");

        var other = fresh("other");
        market.put(sale.vendor(), "/products/" + other, grown("other")).is(201);
        offer("other", other).is(201);
        product("/resumption", officer, REASON).is(200);
        offer("twin", twin).is(201);
    }

    @Test
    void whatIsStruckOffIsAssessedForAsLongAsItsStopKeepsOthersOff() throws Exception {
        var derived = derived("derived");
        recall("LICENCE_LAPSED");
        product("/strike-off", sale.vendor(), REASON).is(200);
        var twin = fresh("twin");
        market.put(sale.vendor(), "/products/" + twin, Market.product("Another title"))
                .is(201);
        offer("twin", twin).is(409, "stop.stands");
        offer("derived", derived).is(409, "stop.stands");
        product("/resumption", officer, naming("admission")).is(409, "stop.ground-stands");

        market.put(officer, "/products/" + sale.product() + "/assessments/licence", LICENCE)
                .is(201);
        market.put(officer, "/products/" + sale.product() + "/assessments/licence", LICENCE)
                .is(200);
        product("/resumption", officer, naming("licence")).is(200);

        offer("twin", twin).is(201);
        // The recall stopped what is derived as well: a stop of its own, with a ground of its own to mend.
        offer("derived", derived).is(409, "stop.stands");
        assertThat(market.get(officer, "/products/" + sale.product()).text("/struckOff"))
                .isEqualTo("true");
        market.put(officer, "/products/" + sale.product() + "/assessments/late", LICENCE)
                .is(409, "product.struck-off");
    }

    @Test
    void aRecallIsLiftedWithWhatItsGroundAsksForAndByAnOfficer() throws Exception {
        listing("/suspension", sale.vendor(), REASON).is(200);
        recall("LICENCE_LAPSED");

        listing("/resumption", sale.vendor(), "").is(409, "stop.stands");
        sale.order(fresh("recalled")).is(409, "stop.stands");
        offer("anew", sale.product()).is(409, "stop.stands");
        product("/resumption", officer, REASON).is(409, "stop.ground-stands");
        product("/resumption", officer, naming("admission")).is(409, "stop.ground-stands");
        product("/resumption", market.operator(), naming("licence")).is(409, "stop.not-yours");
        market.put(officer, "/products/" + sale.product() + "/assessments/licence", LICENCE)
                .is(201);
        listing("/resumption", officer, "").is(409, "stop.ground-stands");
        product("/resumption", officer, naming("licence")).is(200);

        listing("/resumption", market.operator(), "").is(409, "stop.not-yours");
        listing("/resumption", officer, "").is(200);
        assertThat(listing("/resumption", sale.vendor(), "").is(200).text("/state"))
                .isEqualTo("published");
        sale.order(fresh("licensed")).is(201);
    }

    @Test
    void theOperatorsReinstatementDoesNotLiftWhatARecallHasSet() throws Exception {
        var vendor = "/participants/" + sale.vendorId();
        market.post(market.operator(), vendor + "/suspension", REASON).is(200);
        var recall = "/recalls/" + fresh("disqualified");
        confirmed(
                recall,
                """
                {"kind": "PARTY_DISQUALIFIED", "participant": "%s", "reason": "struck off", "evidence": "vault/1"}"""
                        .formatted(sale.vendorId()));

        assertThat(market.post(market.operator(), vendor + "/reinstatement", REASON)
                        .is(200)
                        .text("/state"))
                .isEqualTo("suspended");
        market.post(market.operator(), vendor + "/reinstatement", REASON).is(409, "stop.not-yours");
        market.post(officer, vendor + "/reinstatement", REASON).is(409, "stop.ground-stands");
        market.put(officer, vendor + "/assessments/registry", Market.SCREENED).is(201);
        assertThat(market.post(officer, vendor + "/reinstatement", naming("registry"))
                        .is(200)
                        .text("/state"))
                .isEqualTo("active");
    }

    private void recall(String kind) throws Exception {
        confirmed(
                "/recalls/" + fresh("recall"),
                """
                {"kind": "%s", "product": "%s", "reason": "letter 12", "evidence": "vault/12"}"""
                        .formatted(kind, sale.product()));
    }

    private void confirmed(String recall, String occurrence) throws Exception {
        var plan = market.put(officer, recall, occurrence).is(201).text("/plan");
        market.post(officer, recall + "/confirmation", "{\"plan\": \"" + plan + "\"}")
                .is(200);
    }

    private static String naming(String assessment) {
        return "{\"reason\": \"seen\", \"assessment\": \"" + assessment + "\"}";
    }

    private Answer listing(String what, String who, String body) throws Exception {
        return market.post(who, "/listings/" + sale.listing() + what, body);
    }

    private Answer product(String what, String who, String body) throws Exception {
        return market.post(who, "/products/" + sale.product() + what, body);
    }

    private Answer offer(String start, String product) throws Exception {
        return market.put(sale.vendor(), "/listings/" + fresh(start), Market.listing(product, "10.00"));
    }

    /** Another vendor's, on offer. */
    private Sale derived() throws Exception {
        var other = new Sale(market, "10.00");
        market.revise(other.vendor(), "/products/" + other.product(), "\"v1\"", distinct("of it", "from " + number()))
                .is(200);
        return other;
    }

    /** The same vendor's. */
    private String derived(String start) throws Exception {
        var id = fresh(start);
        market.put(sale.vendor(), "/products/" + id, distinct(id, "from " + number()))
                .is(201);
        return id;
    }

    private String number() throws Exception {
        return market.get(sale.vendor(), "/products/" + sale.product()).text("/number");
    }

    private static String grown(String title) {
        return Market.product(title).replace("26280", "35040");
    }

    private static String distinct(String title, String source) {
        return Market.product(title)
                .replace("measured by the US consulate, public", source)
                .replace("26280", "8760");
    }
}
