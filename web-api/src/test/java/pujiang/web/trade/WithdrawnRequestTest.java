package pujiang.web.trade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import tools.jackson.databind.JsonNode;

/** What becomes of a request for a document that an officer takes back. */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
class WithdrawnRequestTest {

    private static final String RULING = "the court's ruling of 2026-11-21";
    private static final String ASKING =
            "{\"side\": \"VENDOR\", \"facts\": [\"product.rightsDispute\"], \"wanted\": \"the ruling\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private Market market;
    private HeldOrders orders;
    private String vendor;
    private String buyer;
    private String officer;
    private String colleague;

    @BeforeAll
    void openTheDesk() throws Exception {
        market = new Market(port, accounts);
        orders = new HeldOrders(market, "unasked");
        vendor = orders.vendor();
        buyer = orders.buyer();
        officer = orders.officer();
        colleague = market.staff(Role.COMPLIANCE_OFFICER);
    }

    @Test
    void whatIsNoLongerAskedForIsOwedByNobodyAndTheReviewGoesOn() throws Exception {
        var trade = "/trades/" + orders.waiting(orders.listing());
        market.post(officer, trade + "/document-requests", ASKING);
        var withdrawal = trade + "/document-requests/1/withdrawal";
        var reason = "{\"reason\": \"the register says it\"}";

        market.post(vendor, withdrawal, reason).is(403, "request.forbidden");
        market.post(officer, trade + "/document-requests/2/withdrawal", reason).is(404, "trade.document-not-asked");
        var answer = market.post(officer, withdrawal, reason).is(200);
        assertThat(answer.text("/state")).isEqualTo("requested");

        assertThat(review(trade).path("waitsFor").toString()).isEqualTo("[\"OFFICER\"]");
        var asked = market.get(vendor, trade + "/document-requests");
        assertThat(asked.text("/0/status")).isEqualTo("WITHDRAWN");
        assertThat(asked.text("/0/withdrawn")).isEqualTo("the register says it");
        var content = uploaded(vendor, RULING);
        market.post(vendor, trade + "/document-requests/1/document", showing(content, "false"))
                .is(404, "trade.document-not-asked");
        assertThat(market.get(buyer, trade + "/events").body().toString()).doesNotContain("the register says it");
        market.post(colleague, trade + "/approval", market.approval(colleague, trade))
                .is(200);
    }

    @Test
    void aRequestIsTakenBackByWhoeverHasClaimedTheReviewAndOnlyBeforeItIsAnswered() throws Exception {
        var trade = "/trades/" + orders.waiting(orders.listing());
        market.post(officer, trade + "/claim", "").is(200);
        market.post(officer, trade + "/document-requests", ASKING);
        var withdrawal = trade + "/document-requests/1/withdrawal";
        var reason = "{\"reason\": \"found elsewhere\"}";

        market.post(colleague, withdrawal, reason).is(409, "trade.claimed-by-another");
        market.post(vendor, trade + "/document-requests/1/document", showing(uploaded(vendor, RULING), "true"))
                .is(200);
        market.post(officer, withdrawal, reason).is(409, "trade.document-provided-already");
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

    private JsonNode review(String trade) throws Exception {
        var page = market.get(officer, "/reviews?limit=200").is(200).body();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(review -> trade.endsWith("/" + review.path("trade").asString()))
                .findFirst()
                .orElseThrow();
    }
}
