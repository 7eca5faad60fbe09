package pujiang.web.trade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pujiang.web.Market.fresh;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;

/** An exchange whose officers have seconds, and do not use them. */
@ExchangeTest
@TestPropertySource(properties = {"pujiang.trade.review=PT3S", "pujiang.trade.escalation=PT6S"})
class EscalationTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Test
    void whatNobodyDecidesGoesToTheHeadOfTheQueueAndThenTheMoneyGoesBack() throws Exception {
        var market = new Market(port, accounts);
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        var buying = market.participant("late-buyer");
        var buyer = market.token(buying, Role.BUYER);
        var trade = heldDelivery(market, buying.value(), buyer);
        var account = "/accounts/" + buying;
        assertThat(market.get(buyer, account).text("/reserved/amount")).isEqualTo("10.00");

        var escalated = await(market, officer, trade, "trade.review-escalated");
        assertThat(market.get(officer, trade).text("/state")).isEqualTo("delivery-held");
        var head = market.get(officer, "/reviews").body().path("items").get(0);
        assertThat(trade).endsWith(head.path("trade").asString());
        assertThat(head.path("escalated").asBoolean()).isTrue();
        // The board keeps microseconds.
        var due = escalated.body().get(last(escalated)).at("/content/due").asString();
        assertThat(Instant.parse(head.path("due").asString()))
                .isCloseTo(Instant.parse(due), within(1, ChronoUnit.MICROS));

        await(market, officer, trade, "trade.lapsed");
        assertThat(market.get(officer, trade).text("/outcome")).isEqualTo("lapsed");
        assertThat(market.get(buyer, account).text("/available/amount")).isEqualTo("10.00");
        assertThat(market.get(buyer, account).text("/reserved/amount")).isEqualTo("0.00");
        assertThat(market.get(officer, "/reviews").body().path("items")).isEmpty();
    }

    private static int last(Answer events) {
        return events.body().size() - 1;
    }

    private static Answer await(Market market, String reader, String trade, String event) throws Exception {
        for (int attempt = 0; ; attempt++) {
            var events = market.get(reader, trade + "/events").is(200);
            var names = StreamSupport.stream(events.body().spliterator(), false)
                    .map(each -> each.path("name").asString())
                    .toList();
            if (names.getLast().equals(event)) return events;
            if (attempt == 300) throw new AssertionError("after 30 s: " + names);
            Thread.sleep(100);
        }
    }

    /** Its product fell into dispute after it was sold. */
    private static String heldDelivery(Market market, String buying, String buyer) throws Exception {
        var vendor = market.token(market.participant("late-vendor"), Role.VENDOR);
        var product = fresh("late-product");
        var listing = fresh("late-listing");
        var trade = "/trades/" + fresh("late-trade");
        market.put(vendor, "/products/" + product, Market.product(product)).is(201);
        market.put(vendor, "/listings/" + listing, Market.listing(product, "10.00"))
                .is(201);
        market.post(
                        market.operator(),
                        "/accounts/" + buying + "/deposits",
                        """
                        {"amount": {"amount": "10.00", "currency": "CNY"}, "reference": "%s"}"""
                                .formatted(fresh("late-bank")))
                .is(200);
        market.put(
                        buyer,
                        trade,
                        """
                        {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air study"}}"""
                                .formatted(listing))
                .is(201);
        var disputed = Market.product(product, "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"");
        market.revise(vendor, "/products/" + product, "\"v1\"", disputed).is(200);
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest("hour,pm25".getBytes(UTF_8)));
        market.put(vendor, "/contents/" + sha256, "hour,pm25");
        var delivered = market.post(vendor, trade + "/delivery", "{\"sha256\": \"" + sha256 + "\"}");
        assertThat(delivered.is(200).text("/state")).isEqualTo("delivery-held");
        return trade;
    }
}
