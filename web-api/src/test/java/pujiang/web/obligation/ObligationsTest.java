package pujiang.web.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.command.Commands;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.calendar.Shanghai;
import pujiang.compliance.Bilingual;
import pujiang.listing.ListingId;
import pujiang.obligation.Duty;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ObligationCommand.IncurObligation;
import pujiang.obligation.ObligationSubject;
import pujiang.obligation.ResponsibleParty;
import pujiang.obligation.ResponsibleParty.Side;
import pujiang.participant.ParticipantId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.Sale;
import tools.jackson.databind.JsonNode;

/** What is owed after a trade, over HTTP, with the clock and the law as they are. */
@ExchangeTest
class ObligationsTest {

    private static final Bilingual WORDS = new Bilingual("年度评估", "yearly assessment");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Commands commands;

    @Autowired
    Clock clock;

    private Market market;
    private String officer;

    @BeforeEach
    void aMarket() {
        market = new Market(port, accounts);
        officer = market.staff(Role.COMPLIANCE_OFFICER);
    }

    @Test
    void aDeliveryOpensWhatTheBuyerOwesUntilTheLastDayOfTheTerm() throws Exception {
        var sale = new Sale(market, "100.00");
        var trade = sale.completed("hour,value\n1,2\n");
        var owed = eventually(() -> owed(sale.buyer(), trade), 1);

        assertThat(owed).map(each -> each.at("/duty/kind").asString()).containsExactly("DELETION");
        var days = Shanghai.today(clock).plusDays(366);
        assertThat(Instant.parse(owed.getFirst().path("deadline").asString())).isEqualTo(Shanghai.startOf(days));
        assertThat(owed(sale.vendor(), trade)).as("the vendor owes none of it").isEmpty();
    }

    @Test
    void aBearerProvesAnOfficerRejectsOrDischargesAndTheOtherSideMayLook() throws Exception {
        var sale = new Sale(market, "100.00");
        var trade = sale.completed("hour,value\n1,5\n");
        var owed = eventually(() -> owed(sale.buyer(), trade), 1);
        var one = "/obligations/" + owed.getFirst().path("id").asString();
        market.get(sale.vendor(), one).is(200);
        market.post(sale.vendor(), one + "/proof", statement("not mine")).is(404, "obligation.unknown");
        market.post(sale.buyer(), one + "/proof", statement(" ")).is(400, "request.invalid");
        market.post(
                        sale.buyer(),
                        one + "/proof",
                        "{\"statement\": \"deleted\", \"sha256\": \"" + "f".repeat(64) + "\"}")
                .is(409, "content.unknown");
        market.post(officer, one + "/discharge", market.acceptance(officer, one))
                .is(409, "obligation.wrong-state");
        assertThat(market.post(sale.buyer(), one + "/proof", statement("all copies deleted"))
                        .is(200)
                        .text("/state"))
                .isEqualTo("proven");
        assertThat(market.post(officer, one + "/rejection", market.rejection(officer, one))
                        .is(200)
                        .text("/state"))
                .isEqualTo("open");
        market.post(sale.buyer(), one + "/proof", statement("all three copies deleted"))
                .is(200);
        assertThat(market.post(officer, one + "/discharge", market.acceptance(officer, one))
                        .is(200)
                        .text("/state"))
                .isEqualTo("discharged");
        assertThat(names(market.get(sale.buyer(), one + "/events").is(200)))
                .containsExactly(
                        "obligation.incurred",
                        "obligation.proven",
                        "obligation.proof-rejected",
                        "obligation.proven",
                        "obligation.discharged");
    }

    @Test
    void aProofIsAcceptedOrTurnedDownByWhoeverHasReadThatProof() throws Exception {
        var sale = new Sale(market, "100.00");
        var trade = sale.completed("hour,value\n1,6\n");
        var one = "/obligations/"
                + eventually(() -> owed(sale.buyer(), trade), 1)
                        .getFirst()
                        .path("id")
                        .asString();
        market.post(sale.buyer(), one + "/proof", statement("all copies deleted, list attached"))
                .is(200);
        var acceptance = market.acceptance(officer, one);
        var rejection = market.rejection(officer, one);
        market.post(officer, one + "/discharge", "{\"ground\": \"seen\"}").is(400, "request.invalid");
        market.post(officer, one + "/rejection", "{\"reason\": \"seen\"}").is(400, "request.invalid");

        market.post(officer, one + "/rejection", rejection).is(200);
        market.post(sale.buyer(), one + "/proof", statement("trust me")).is(200);

        market.post(officer, one + "/discharge", acceptance).is(409, "obligation.another-proof");
        var refused = market.post(officer, one + "/rejection", rejection).is(409, "obligation.another-proof");
        assertThat(refused.text("/detail")).contains("version 1", "under review is 3");
        assertThat(market.get(officer, one).text("/state")).isEqualTo("proven");
        market.post(officer, one + "/discharge", market.acceptance(officer, one))
                .is(200);
    }

    @Test
    void aListIsFilteredByStateAndAnUnknownStateIsNamed() throws Exception {
        var sale = new Sale(market, "100.00");
        for (int i = 0; i < 3; i++) {
            var trade = sale.completed("hour,value\n1,3\n");
            eventually(() -> owed(sale.buyer(), trade), 1);
        }

        assertThat(market.get(sale.buyer(), "/obligations?state=open").body().path("items"))
                .hasSize(3);
        assertThat(market.get(sale.buyer(), "/obligations?state=due-soon")
                        .body()
                        .path("items"))
                .isEmpty();
        var first = market.get(sale.buyer(), "/obligations?limit=2").is(200).body();
        var rest = market.get(
                        sale.buyer(),
                        "/obligations?limit=2&cursor=" + first.path("next").asString())
                .is(200);
        assertThat(rest.body().path("items")).hasSize(1);
        market.get(sale.buyer(), "/obligations?state=waived").is(400, "request.invalid");
    }

    @Test
    void aBuyerInBreachIsSuspendedWithTheObligationAsReason() throws Exception {
        var buyer = market.participant("breach-buyer");
        var token = market.token(buyer, Role.BUYER);
        var id = overdue(Kind.DELETION, new ResponsibleParty(Side.BUYER, buyer), null, buyer);

        awaitState("/participants/" + buyer, "suspended");
        assertThat(market.get(token, "/obligations/" + id).is(200).text("/consequence"))
                .isEqualTo("PARTY_SUSPENDED");
        var events = market.get(market.operator(), "/participants/" + buyer + "/events")
                .body();
        assertThat(events.get(events.size() - 1).path("reason").asString()).contains(id);

        market.post(token, "/obligations/" + id + "/proof", statement("done, late"))
                .is(200);
        var owed = "/obligations/" + id;
        market.post(officer, owed + "/discharge", market.acceptance(officer, owed))
                .is(200);
        assertThat(market.get(token, "/participants/" + buyer).text("/state"))
                .as("who reinstates it decides that for itself")
                .isEqualTo("suspended");
    }

    @Test
    void aVendorsBreachTakesItsListingOff() throws Exception {
        var sale = new Sale(market, "100.00");
        var vendor = sale.vendorId();
        var listing = sale.listing();
        overdue(Kind.YEARLY, new ResponsibleParty(Side.VENDOR, vendor), new ListingId(listing), vendor);

        awaitState("/listings/" + listing, "suspended");
    }

    @Test
    void whatTheDeliveryGateDoesNotAskAgainHoldsTheDeliveryUntilAProofIsAccepted() throws Exception {
        var sale = new Sale(market, "0.00");
        var product = fresh("authorised");
        var listing = fresh("authorised-listing");
        market.put(sale.vendor(), "/products/" + product, authorised(product)).is(201);
        market.put(market.operator(), "/products/" + product + "/assessments/operation", OPERATION)
                .is(201);
        market.put(sale.vendor(), "/listings/" + listing, Market.listing(product, "0.00"))
                .is(201);
        var trade = fresh("authorised-trade");
        var order = market.put(
                        sale.buyer(),
                        "/trades/" + trade,
                        """
                        {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air study"}}"""
                                .formatted(listing))
                .is(201);
        assertThat(order.text("/decision/obligations/0/rule"))
                .as(order.body().toPrettyString())
                .isEqualTo("PDRR-1");
        sale.deliver(trade, "hour,value\n1,4\n").is(409, "obligation.holds-delivery");

        var owed = eventually(() -> owed(sale.vendor(), trade), 1).getFirst();
        var one = "/obligations/" + owed.path("id").asString();
        market.post(sale.vendor(), one + "/proof", statement("registered as 310000-1"))
                .is(200);
        sale.deliver(trade, "hour,value\n1,4\n").is(409, "obligation.holds-delivery");
        market.post(officer, one + "/discharge", market.acceptance(officer, one))
                .is(200);
        assertThat(sale.deliver(trade, "hour,value\n1,4\n").is(200).text("/state"))
                .isEqualTo("delivered");
    }

    private static final String OPERATION =
            """
            {"assessor": "the operator of public data", "facts": {"public.authValidUntil": "2099-12-31",
              "public.scenarioAssessed": true, "public.contractFiled": true},
             "evidence": "agreement 7", "validUntil": "2099-12-31"}""";

    private static String authorised(String title) {
        return Market.product(
                        title,
                        """
                        "product.rightsDispute": false, "product.grade": "GENERAL", "public.withinScope": true,
                        "public.rawLeavesDomain": false, "public.operatorRedevelops": false,
                        "public.purpose": "WELFARE", "public.registered": false""")
                .replace("\"SELF_GENERATED\"", "\"PUBLIC_AUTHORISED\"");
    }

    /** Due in a moment, and found by the clock. */
    private String overdue(
            Kind kind, ResponsibleParty responsibleParty, @Nullable ListingId listing, ParticipantId party) {
        var subject = new ObligationSubject(null, listing, null, party, party);
        var due = clock.instant().plusSeconds(1);
        var duty = new Duty(kind, "NDSR-33-1", WORDS, "33", WORDS, WORDS, responsibleParty, subject, "test", due, null);
        commands.send(new IncurObligation(duty), "test");
        return duty.id().value();
    }

    private List<JsonNode> owed(String token, String trade) throws Exception {
        var items = market.get(token, "/obligations").is(200).body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.at("/duty/concern/trade").asString().equals(trade))
                .toList();
    }

    private void awaitState(String path, String state) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            var now = market.get(market.operator(), path).is(200).body();
            if (now.toString().contains("\"state\":\"" + state + "\"")) return;
            Thread.sleep(100);
        }
        throw new AssertionError(path + " is not " + state + " after 20 s");
    }

    private static List<JsonNode> eventually(Callable<List<JsonNode>> read, int wanted) throws Exception {
        for (int attempt = 0; ; attempt++) {
            var now = read.call();
            if (now.size() == wanted) return now;
            if (attempt == 200) throw new AssertionError("after 20 s: " + now);
            Thread.sleep(100);
        }
    }

    private static String statement(String words) {
        return "{\"statement\": \"" + words + "\"}";
    }

    private static List<String> names(Answer events) {
        return StreamSupport.stream(events.body().spliterator(), false)
                .map(event -> event.path("name").asString())
                .toList();
    }
}
