package pujiang.web.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.Duration;
import java.time.Instant;
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
import pujiang.web.Persons;
import pujiang.web.Sale;
import tools.jackson.databind.JsonNode;

/** What is reported of a trade while its data is held, over HTTP, with the law and the clock as they are. */
@ExchangeTest
class IncidentTest {

    private static final String LEAK = "PIPL-57-1";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;
    private Sale sale;
    private String trade;

    @BeforeEach
    void aTradeWhoseDataIsHeld() throws Exception {
        market = new Market(port, accounts);
        sale = new Sale(market, "100.00");
        trade = sale.completed(fresh("reported"));
        await("CC-509", "open", sale.buyer());
    }

    @Test
    void anIncidentIsOwedForByWhoeverReportsItAndNoLongerOnceItWasReportedAndTold() throws Exception {
        var told = market.post(sale.vendor(), incidents(), report("a copy was public", true, false))
                .is(200);
        assertThat(told.text("/0/by")).isEqualTo("VENDOR");
        assertThat(told.text("/0/what")).isEqualTo("a copy was public");
        var law = market.get(sale.buyer(), "/trades/" + trade + "/afterwards").body();
        assertThat(law.at("/0/findings/0/rule").asString()).isEqualTo(LEAK);
        await(LEAK, "open", sale.vendor());
        assertThat(owed(LEAK, sale.vendor()).getFirst().at("/duty/bearer/side").asString())
                .isEqualTo("VENDOR");

        told = market.post(sale.vendor(), incidents(), report("closed; all were told", true, true))
                .is(200);
        assertThat(told.text("/0/what")).as("the newest first").isEqualTo("closed; all were told");
        assertThat(told.body()).hasSize(2);
        await(LEAK, "discharged", sale.vendor());

        var another = report("once more", true, false).replace("LARGER", "MAJOR");
        market.post(sale.vendor(), incidents(), another).is(200);
        await(LEAK, "open", sale.vendor());
    }

    /** It has the data too, and its own leak is not the vendor's. */
    @Test
    void aBuyerOwesForWhatItReportsOfItself() throws Exception {
        market.post(sale.buyer(), incidents(), report("our backup was public", true, false))
                .is(200);

        await(LEAK, "open", sale.buyer());
        assertThat(owed(LEAK, sale.buyer())
                        .getFirst()
                        .at("/duty/bearer/participant")
                        .asString())
                .isEqualTo(sale.buyerId().value());
        var seen = market.get(sale.vendor(), incidents()).is(200);
        assertThat(seen.text("/0/by")).isEqualTo("BUYER");
        assertThat(seen.body().at("/0/reported").asBoolean()).isFalse();
    }

    @Test
    void theOperatorReportsWhatItHearsOfAndOfficersRead() throws Exception {
        market.post(market.operator(), incidents(), report("in the news", false, false))
                .is(200);

        var read =
                market.get(market.staff(Role.COMPLIANCE_OFFICER), incidents()).is(200);
        assertThat(read.text("/0/by")).isEqualTo("EXCHANGE");
        var law = market.get(sale.buyer(), "/trades/" + trade + "/afterwards").body();
        assertThat(law.at("/0/decision").asString()).as("no leak").isEqualTo("ALLOW");
    }

    @Test
    void theBuyerDeclaresAnotherPurposeAndTheLawIsAskedAtOnce() throws Exception {
        var address = "/trades/" + trade + "/purpose-change";

        market.post(sale.vendor(), address, "{\"purpose\": \"ours\"}").is(403, "request.forbidden");
        market.post(sale.buyer(), address, "{\"purpose\": \" \"}").is(400, "request.invalid");
        var told = market.post(sale.buyer(), address, "{\"purpose\": \"a model that is sold\"}")
                .is(200);

        assertThat(told.text("/0/purpose")).isEqualTo("a model that is sold");
        assertThat(market.get(sale.vendor(), address).is(200).body()).hasSize(1);
        assertThat(market.get(sale.buyer(), "/trades/" + trade + "/afterwards").body())
                .as("of what is no personal information the law forbids no other purpose")
                .hasSize(1);
    }

    @Test
    void whatTheLawSawOfTheVendorAfterATradeIsWithheldFromTheBuyer() throws Exception {
        trade = ofPersons(fresh("persons"));
        await("PIPL-47", "open", sale.buyer());
        market.post(market.operator(), incidents(), report("in the news", false, false))
                .is(200);

        for (var reader : List.of(sale.vendor(), market.staff(Role.COMPLIANCE_OFFICER))) {
            assertThat(withdrawn(reader).path("observed").asString()).isEqualTo("5");
            assertThat(withdrawn(reader).has("withheld")).isFalse();
        }
        var buyers = withdrawn(sale.buyer());
        assertThat(buyers.path("withheld").asString()).isEqualTo("VENDOR");
        for (var telling : List.of("observed", "test", "required", "truth", "source")) {
            assertThat(buyers.path(telling).isNull()).as(telling).isTrue();
        }
    }

    /** Completed, and since then five of its persons have withdrawn their consent. */
    private String ofPersons(String product) throws Exception {
        var of = "/products/" + product;
        market.put(sale.vendor(), of, Persons.product(product)).is(201);
        market.put(sale.vendor(), "/listings/" + product, Market.listing(product, "0.00"))
                .is(201);
        market.put(sale.vendor(), of + "/recipients/" + sale.buyerId(), Persons.TOLD)
                .is(201);
        var order =
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "floods",
                 "statement": {"use.automatedDecision": false}}}"""
                        .formatted(product);
        var bought = market.put(sale.buyer(), "/trades/" + product, order).is(201);
        assertThat(bought.text("/state")).isEqualTo("agreed");
        sale.deliver(product, "persons of " + product).is(200);
        sale.accept(product).is(200);
        var withdrawn = Persons.product(product)
                .replace("\"pi.withdrawnCount\": 0", "\"pi.withdrawnCount\": 5, \"pi.withdrawnSuppressed\": false");
        market.revise(sale.vendor(), of, "\"v1\"", withdrawn).is(200);
        return product;
    }

    /** What the newest answer says of the number of persons that have withdrawn. */
    private JsonNode withdrawn(String reader) throws Exception {
        var answers =
                market.get(reader, "/trades/" + trade + "/afterwards").is(200).body();
        return answers.get(answers.size() - 1)
                .path("findings")
                .valueStream()
                .flatMap(finding -> finding.path("conditions").valueStream())
                .filter(seen -> seen.path("fact").asString().equals("pi.withdrawnCount"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answers.toPrettyString()));
    }

    @Test
    void oneKeyIsOneReport() throws Exception {
        var body = report("a copy was public", true, false);
        var key = fresh("key");

        market.post(sale.vendor(), incidents(), body, key).is(200);
        market.post(sale.vendor(), incidents(), body, key).is(200);

        assertThat(market.get(sale.vendor(), incidents()).body()).hasSize(1);
    }

    @Test
    void whatIsAnotherTradesIsNotThereAndWhatIsNotHeldIsNotHeard() throws Exception {
        var body = report("a copy was public", true, false);
        var other = new Sale(market, "1.00");
        market.post(other.vendor(), incidents(), body).is(404, "trade.unknown");
        market.post(other.buyer(), "/trades/" + trade + "/purpose-change", "{\"purpose\": \"ours\"}")
                .is(404, "trade.unknown");
        market.get(other.buyer(), incidents()).is(404, "trade.unknown");

        var ordered = fresh("ordered");
        sale.deposit("100.00").order(ordered).is(201);
        market.post(sale.buyer(), "/trades/" + ordered + "/incidents", body).is(409, "watch.not-held");
        market.post(sale.buyer(), "/trades/" + ordered + "/purpose-change", "{\"purpose\": \"ours\"}")
                .is(409, "watch.not-held");
    }

    @Test
    void whatIsDeletedIsReportedOfNoMore() throws Exception {
        var deletion = owed("CC-509", sale.buyer()).getFirst().path("id").asString();
        market.post(sale.buyer(), "/obligations/" + deletion + "/proof", "{\"statement\": \"deleted\"}")
                .is(200);
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        var owed = "/obligations/" + deletion;
        market.post(officer, owed + "/discharge", market.acceptance(officer, owed))
                .is(200);

        market.post(sale.buyer(), incidents(), report("too late", true, false)).is(409, "watch.not-held");
    }

    @Test
    void anIncidentIsOfTheTimeSinceTheDelivery() throws Exception {
        var now = Instant.now();
        for (var since : List.of(now.plus(Duration.ofDays(1)), now.minus(Duration.ofDays(1)))) {
            var refused = market.post(sale.vendor(), incidents(), report("when?", true, false, since))
                    .is(400, "request.invalid");
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/since");
        }
        assertThat(market.get(sale.vendor(), incidents()).body()).isEmpty();
    }

    private String incidents() {
        return "/trades/" + trade + "/incidents";
    }

    private static String report(String what, boolean leak, boolean done) {
        return report(what, leak, done, Instant.now());
    }

    private static String report(String what, boolean leak, boolean done, Instant since) {
        return """
                {"what": "%s", "piLeak": %s, "level": "LARGER", "since": "%s",
                 "reported": %s, "subjectsNotified": %s}"""
                .formatted(what, leak, since, done, done);
    }

    private List<JsonNode> owed(String rule, String token) throws Exception {
        var all = market.get(token, "/obligations?limit=200").is(200).body().path("items");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(each -> each.at("/duty/rule").asString().equals(rule))
                .filter(each -> each.at("/duty/concern/trade").asString().equals(trade))
                .toList();
    }

    /** A follower opens and closes what is owed, a moment later. */
    private void await(String rule, String state, String token) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            var found = owed(rule, token);
            if (!found.isEmpty() && found.getFirst().path("state").asString().equals(state)) return;
            Thread.sleep(100);
        }
        throw new AssertionError(rule + " is not " + state + " after 20 s: " + owed(rule, token));
    }
}
