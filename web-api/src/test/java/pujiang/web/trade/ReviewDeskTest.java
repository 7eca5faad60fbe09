package pujiang.web.trade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.calendar.Shanghai;
import pujiang.participant.ParticipantId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import tools.jackson.databind.JsonNode;

/** What officers do about what the law leaves to them, and what the parties see of it. */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
class ReviewDeskTest {

    private static final String RULING = "the court's ruling of 2026-11-20";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private Market market;
    private ParticipantId buying;
    private String vendor;
    private String buyer;
    private String officer;
    private String colleague;

    @BeforeAll
    void openTheDesk() throws Exception {
        market = new Market(port, accounts);
        vendor = market.token(market.participant("desk-vendor"), Role.VENDOR);
        buying = market.participant("desk-buyer");
        buyer = market.token(buying, Role.BUYER);
        officer = market.staff(Role.COMPLIANCE_OFFICER);
        colleague = market.staff(Role.COMPLIANCE_OFFICER);
        deposit("5000000.00");
    }

    @Test
    void aClaimKeepsOthersOutUntilItIsGivenBack() throws Exception {
        var trade = "/trades/" + held("10.00");

        market.post(officer, trade + "/claim", "").is(200);
        var problem = market.post(colleague, trade + "/approval", market.approval(colleague, trade))
                .is(409, "trade.claimed-by-another");
        var claim = review(trade).path("claim");
        var until = Instant.parse(claim.path("until").asString()).atZone(Shanghai.ZONE);
        var minute = until.toLocalDateTime().toString().substring(0, 16).replace('T', ' ');
        assertThat(problem.text("/detail")).contains(claim.path("officer").asString(), minute + " (Beijing time)");
        market.post(colleague, trade + "/rejection", "{\"reason\": \"no\"}").is(409, "trade.claimed-by-another");
        market.post(colleague, trade + "/release", "").is(409, "trade.claimed-by-another");
        market.post(officer, trade + "/release", "").is(200);
        assertThat(review(trade).path("claim").isNull()).isTrue();

        market.post(colleague, trade + "/approval", market.approval(colleague, trade))
                .is(200);
        assertThat(names(trade))
                .containsExactly("trade.order-held", "trade.review-claimed", "trade.review-released", "trade.agreed");
        assertThat(queue())
                .noneMatch(review -> trade.endsWith(review.path("trade").asString()));
    }

    @Test
    void theQueueIsOrderedByRiskThenDeadlineAndSaysWhy() throws Exception {
        var ordinary = held("10.00");
        var dear = held("1000000.00");
        var later = held("10.00");

        assertThat(queue().map(review -> review.path("trade").asString())).containsSubsequence(dear, ordinary, later);
        var review = review("/trades/" + dear);
        assertThat(review.path("risk").asString()).isEqualTo("RAISED");
        assertThat(review.at("/reasons/0/reason").asString()).isEqualTo("HIGH_PRICE");
        assertThat(review.at("/reasons/0/words/zh").asString()).isEqualTo("价款达到双人复核限额");
        assertThat(review.at("/reasons/0/words/en").asString()).startsWith("price at or above the limit");
        assertThat(review.path("waitsFor").toString()).isEqualTo("[\"OFFICER\"]");
        assertThat(review("/trades/" + ordinary).path("reasons")).isEmpty();
    }

    @Test
    void theQueueIsReadPageByPageWithoutGapOrRepetition() throws Exception {
        for (var price : List.of("10.00", "1000000.00", "11.00")) held(price);
        var all = queue().map(review -> review.path("trade").asString()).toList();

        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = market.get(officer, "/reviews?limit=1" + next).is(200).body();
            seen.add(page.at("/items/0/trade").asString());
            next = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!next.isEmpty());

        assertThat(seen).isEqualTo(all);
        market.get(officer, "/reviews?cursor=zzz").is(400, "request.invalid");
    }

    @Test
    void aDocumentSettlesWhatTheLawAskedAndTheGateOpensByItself() throws Exception {
        var trade = "/trades/" + held("10.00");
        var content = uploaded(vendor, RULING);

        market.post(officer, trade + "/document-requests", asking("VENDOR", "product.rightsDispute"))
                .is(200);
        assertThat(review(trade).path("waitsFor").toString()).isEqualTo("[\"VENDOR\"]");
        assertThat(market.get(vendor, trade + "/document-requests").text("/0/wanted"))
                .isEqualTo("the ruling");
        assertThat(market.get(buyer, trade + "/document-requests").body()).isEmpty();

        var answered = market.post(vendor, trade + "/document-requests/1/document", showing(content, "false"));
        assertThat(answered.is(200).text("/state")).isEqualTo("agreed");
        assertThat(names(trade))
                .containsExactly(
                        "trade.order-held", "trade.document-requested", "trade.document-provided", "trade.agreed");
        var told = market.get(officer, trade + "/decisions/2/file").is(200).body();
        assertThat(told.at("/sources/DOCUMENT/0").asString()).isEqualTo("product.rightsDispute");
    }

    @Test
    void whatWasProvenStaysWithTheTradeUpToTheReceipt() throws Exception {
        var id = held("10.00");
        var trade = "/trades/" + id;
        var content = uploaded(vendor, RULING);
        market.post(officer, trade + "/document-requests", asking("VENDOR", "product.rightsDispute"));
        market.post(vendor, trade + "/document-requests/1/document", showing(content, "false"))
                .is(200);

        var delivered =
                market.post(vendor, trade + "/delivery", "{\"sha256\": \"" + uploaded(vendor, "hour,pm25") + "\"}");

        assertThat(delivered.is(200).text("/state")).isEqualTo("delivered");
    }

    @Test
    void aDocumentThatSettlesNothingLeavesItWaitingForTheOfficer() throws Exception {
        var trade = "/trades/" + held("10.00");
        var content = uploaded(vendor, RULING);
        market.post(officer, trade + "/document-requests", asking("VENDOR", "product.rightsDispute"));

        var answered = market.post(vendor, trade + "/document-requests/1/document", showing(content, "true"));

        assertThat(answered.is(200).text("/state")).isEqualTo("requested");
        assertThat(review(trade).path("waitsFor").toString()).isEqualTo("[\"OFFICER\"]");
        assertThat(names(trade)).endsWith("trade.document-provided", "trade.review-continued");
        assertThat(market.get(officer, trade + "/decisions").body()).hasSize(2);
    }

    @Test
    void aBuyerIsAskedOfItsUseAndAnswersFromItsOwnUploads() throws Exception {
        var trade = "/trades/" + held("10.00");
        market.post(officer, trade + "/document-requests", asking("BUYER", "use.automatedDecision"))
                .is(200);
        var body = "{\"sha256\": \"%s\", \"facts\": {\"use.automatedDecision\": false}}";

        market.post(buyer, trade + "/document-requests/1/document", body.formatted("a".repeat(64)))
                .is(409, "content.unknown");
        market.post(buyer, trade + "/document-requests/1/document", body.formatted(uploaded(buyer, "plan")))
                .is(200);
        market.post(vendor, trade + "/document-requests/1/document", body.formatted(uploaded(vendor, "plan")))
                .is(404, "request.not-found");
    }

    @Test
    void aRequestIsOnlyForWhatThatPartyCanProve() throws Exception {
        var trade = "/trades/" + held("10.00");

        var problem = market.post(officer, trade + "/document-requests", asking("BUYER", "product.rightsDispute"))
                .is(400, "request.invalid");
        assertThat(problem.text("/errors/0/pointer")).isEqualTo("/facts/0");
        assertThat(problem.text("/errors/0/code")).isEqualTo("fact.not-theirs");
        problem = market.post(officer, trade + "/document-requests", asking("VENDOR", "product.nothing"))
                .is(400, "request.invalid");
        assertThat(problem.text("/errors/0/code")).isEqualTo("fact.unknown-name");
        problem = market.post(
                        officer,
                        trade + "/document-requests",
                        "{\"side\": \"VENDOR\", \"facts\": [], \"wanted\": \"x\"}")
                .is(400, "request.invalid");
        assertThat(problem.text("/errors/0/pointer")).isEqualTo("/facts");
    }

    @Test
    void anAnswerStatesAllThatWasAskedAndNothingElse() throws Exception {
        var trade = "/trades/" + held("10.00");
        var content = uploaded(vendor, RULING);
        market.post(officer, trade + "/document-requests", asking("VENDOR", "product.rightsDispute"));

        var problem = market.post(
                        vendor,
                        trade + "/document-requests/1/document",
                        "{\"sha256\": \"%s\", \"facts\": {\"product.stateSecret\": false}}".formatted(content))
                .is(400, "request.invalid");

        assertThat(problem.text("/errors/0/pointer")).isEqualTo("/facts/product.rightsDispute");
        assertThat(problem.text("/errors/0/code")).isEqualTo("field.required");
    }

    /** The bytes for the officers and their provider; what they prove is not told to the other side. */
    @Test
    void onlyTheOfficersAndTheProviderReadTheDocument() throws Exception {
        var trade = "/trades/" + held("10.00");
        var content = uploaded(vendor, RULING);
        market.post(officer, trade + "/document-requests", asking("VENDOR", "product.rightsDispute"));
        market.post(vendor, trade + "/document-requests/1/document", showing(content, "true"));

        var file = trade + "/document-requests/1/document";
        assertThat(market.bytes(officer, file)).isEqualTo(RULING);
        assertThat(market.bytes(vendor, file)).isEqualTo(RULING);
        market.get(buyer, file).is(404, "request.not-found");
        market.get(market.operator(), file).is(403, "request.forbidden");
        market.get(officer, trade + "/document-requests/2/document").is(404, "request.not-found");

        var seen = market.get(buyer, trade + "/events").body().toString();
        assertThat(seen).doesNotContain("the ruling").doesNotContain(content);
    }

    private static String asking(String side, String fact) {
        return "{\"side\": \"%s\", \"facts\": [\"%s\"], \"wanted\": \"the ruling\"}".formatted(side, fact);
    }

    private static String showing(String content, String value) {
        return "{\"sha256\": \"%s\", \"facts\": {\"product.rightsDispute\": %s}}".formatted(content, value);
    }

    private String uploaded(String whose, String text) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        var sha256 = HexFormat.of().formatHex(digest);
        market.put(whose, "/contents/" + sha256, text);
        return sha256;
    }

    private Stream<JsonNode> queue() throws Exception {
        var page = market.get(officer, "/reviews?limit=200").is(200).body();
        return StreamSupport.stream(page.path("items").spliterator(), false);
    }

    private JsonNode review(String trade) throws Exception {
        return queue().filter(
                        review -> trade.endsWith("/" + review.path("trade").asString()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names(String trade) throws Exception {
        var events = market.get(officer, trade + "/events").is(200).body();
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.path("name").asString())
                .toList();
    }

    private void deposit(String amount) throws Exception {
        market.post(
                        market.operator(),
                        "/accounts/" + buying + "/deposits",
                        """
                        {"amount": {"amount": "%s", "currency": "CNY"}, "reference": "%s"}"""
                                .formatted(amount, fresh("desk-bank")))
                .is(200);
    }

    /** Its product fell into dispute after it was listed. */
    private String held(String price) throws Exception {
        var product = fresh("desk-product");
        var listing = fresh("desk-listing");
        market.put(vendor, "/products/" + product, Market.product(product)).is(201);
        market.put(vendor, "/listings/" + listing, Market.listing(product, price))
                .is(201);
        var disputed = Market.product(product, "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"");
        market.revise(vendor, "/products/" + product, "\"v1\"", disputed).is(200);
        var trade = fresh("desk-trade");
        var ordered = market.put(
                buyer,
                "/trades/" + trade,
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air study"}}"""
                        .formatted(listing));
        assertThat(ordered.is(201).text("/state")).isEqualTo("requested");
        return trade;
    }
}
