package pujiang.web.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static pujiang.web.Market.fresh;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.calendar.Shanghai;
import pujiang.participant.ParticipantId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;

/** Over HTTP, under the law as it is: 60,000 persons twice are more than the 100,000 of CBDF arts. 5 and 8. */
@ExchangeTest
class ExportThresholdTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private Market market;

    @BeforeEach
    void aMarket() {
        market = new Market(port, accounts);
    }

    @RepeatedTest(5)
    void twoOrdersThatOnlyTogetherCrossTheThresholdNeverBothPassBelowIt() throws Exception {
        var vendor = market.token(market.participant("export-vendor"), Role.VENDOR);
        var buyers = List.of(abroad(), abroad());
        var listing = offer(vendor, buyers);
        var gate = new CyclicBarrier(2);

        List<Answer> orders;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = buyers.stream()
                    .map(buyer -> market.token(buyer, Role.BUYER))
                    .map(token -> pool.submit(() -> {
                        gate.await(10, TimeUnit.SECONDS);
                        return order(token, listing);
                    }))
                    .toList();
            orders = List.of(
                    running.get(0).get(60, TimeUnit.SECONDS), running.get(1).get(60, TimeUnit.SECONDS));
        }

        orders.forEach(order -> assertThat(order.is(201).text("/decision/decision"))
                .as(order.body().toPrettyString())
                .isNotEqualTo("DENY"));
        assertThat(orders.stream().filter(order -> rules(order).contains("CBDF-8-1")))
                .as("one of them must bring a standard contract or a certificate")
                .hasSize(1);
        assertThat(orders.stream().filter(order -> rules(order).contains("CBDF-5-4")))
                .as("only the first is relieved")
                .hasSize(1);
    }

    /** Whoever orders without paying, and waits for an officer, uses up nobody's count until it is approved. */
    @Test
    void aHeldOrderCountsForNobodyUntilItBindsAndIsThenJudgedOnTheCountOfThatMoment() throws Exception {
        var vendor = market.token(market.participant("export-vendor"), Role.VENDOR);
        var buyers = List.of(abroad(), abroad());
        var listing = offer(vendor, buyers);
        var product = "/products/" + listing.replace("export-listing", "export-product");
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        revise(vendor, product, "true");
        var held = order(market.token(buyers.getFirst(), Role.BUYER), listing).is(201);
        assertThat(held.text("/state")).as(held.body().toPrettyString()).isEqualTo("requested");
        revise(vendor, product, "false");

        var agreed = order(market.token(buyers.getLast(), Role.BUYER), listing).is(201);
        assertThat(rules(agreed)).contains("CBDF-5-4").doesNotContain("CBDF-8-1");

        var trade = "/trades/" + held.text("/id");
        var answer = market.post(officer, trade + "/approval", market.approval(officer, trade))
                .is(200);
        assertThat(rules(answer))
                .as("60,000 were counted meanwhile")
                .contains("CBDF-8-1")
                .doesNotContain("CBDF-5-4");
    }

    private void revise(String vendor, String product, String dispute) throws Exception {
        var before = market.get(vendor, product).is(200);
        var body = Market.product(product.substring(product.lastIndexOf('/') + 1), facts(dispute))
                .replace("\"NOT_PI\"", "\"DE_IDENTIFIED\"");
        market.revise(vendor, product, before.etag(), body).is(200);
    }

    /** The first order did not know of the second. On the last day of a year there is no later day to hear it on. */
    @Test
    void heardAgainOnALaterDayAnOrderIsCountedWithThoseThatCameSince() throws Exception {
        var today = LocalDate.now(Shanghai.ZONE);
        var yearsEnd = today.withMonth(12).withDayOfMonth(31);
        assumeThat(today).isBefore(yearsEnd);
        var vendor = market.token(market.participant("export-vendor"), Role.VENDOR);
        var buyers = List.of(abroad(), abroad());
        var listing = offer(vendor, buyers);
        var first = order(market.token(buyers.getFirst(), Role.BUYER), listing).is(201);
        order(market.token(buyers.getLast(), Role.BUYER), listing).is(201);
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        var decision = "/trades/" + first.text("/id") + "/decisions/1/rehearing?facts=";

        assertThat(rules(first)).contains("CBDF-5-4").doesNotContain("CBDF-8-1");
        assertThat(rules(market.get(officer, decision + today).is(200))).isEqualTo(rules(first));
        assertThat(rules(market.get(officer, decision + yearsEnd).is(200)))
                .contains("CBDF-8-1")
                .doesNotContain("CBDF-5-4");
    }

    private Answer order(String token, String listing) throws Exception {
        return market.put(
                token,
                "/trades/" + fresh("export-trade"),
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "a yearly report",
                 "statement": {"use.automatedDecision": false}}}"""
                        .formatted(listing));
    }

    private String offer(String vendor, List<ParticipantId> buyers) throws Exception {
        var product = fresh("export-product");
        var listing = product.replace("export-product", "export-listing");
        var content = Market.product(product, facts("false")).replace("\"NOT_PI\"", "\"DE_IDENTIFIED\"");
        market.put(vendor, "/products/" + product, content).is(201);
        for (var buyer : buyers) {
            var told =
                    """
                    {"facts": {"pi.recipientNotified": true, "pi.separateConsentProvide": true,
                     "pi.exportNotice": true, "pi.separateConsentExport": true, "pi.piaDone": true,
                     "contract.dataClauses": true, "export.recipientProtection": true, "export.exemption": "NONE",
                     "export.assessmentStatus": "NONE", "export.sccEffective": false, "export.certValidUntil": null},
                     "evidence": "vault/1"}""";
            assertThat(market.put(vendor, "/products/" + product + "/recipients/" + buyer, told)
                            .status())
                    .isBetween(200, 201);
        }
        var terms = Market.listing(product, "0.00").replace("[\"MAINLAND\"]", "[\"FOREIGN\"]");
        market.put(vendor, "/listings/" + listing, terms).is(201);
        return listing;
    }

    private static String facts(String dispute) {
        return """
                "product.rightsDispute": %s, "product.grade": "GENERAL",
                "product.piCategories": ["ORDINARY"], "product.subjectCount": 60000, "product.minSubjectAge": 30,
                "product.fieldsBeyondPurpose": false, "product.publicPlaceImagery": false,
                "product.publiclyDisclosedPI": false, "product.retentionExpired": false,
                "pi.legalBasis": "CONSENT", "pi.consentValid": true, "pi.consentCoversTrade": true,
                "pi.noticeComplete": true, "use.automatedDecision": false"""
                .formatted(dispute);
    }

    private ParticipantId abroad() throws Exception {
        var id = fresh("export-buyer");
        var application =
                """
                {"organisation": {"name": "%s", "registration": {"lei": "%s"}, "seat": "FOREIGN"},
                 "roles": ["BUYER"], "statement": %s}"""
                        .formatted(id, lei(id), Market.STATEMENT);
        return market.admitted(id, application);
    }

    /** One that nobody else has, with the check digits of ISO 17442. */
    private static String lei(String id) {
        var body = "9845PJ00TEST%06d".formatted(Integer.parseInt(id.substring(id.lastIndexOf('-') + 1)));
        var digits = (body + "00")
                .chars()
                .mapToObj(each -> String.valueOf(Character.digit(each, 36)))
                .collect(Collectors.joining());
        return body
                + "%02d"
                        .formatted(98
                                - new BigInteger(digits)
                                        .mod(BigInteger.valueOf(97))
                                        .intValue());
    }

    private static List<String> rules(Answer order) {
        var findings = order.body().at("/decision/findings");
        return IntStream.range(0, findings.size())
                .mapToObj(i -> findings.get(i).path("rule").asString())
                .toList();
    }
}
