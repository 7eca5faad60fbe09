package pujiang.app.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.security.Accounts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;
import tools.jackson.databind.JsonNode;

/**
 * A follower and an event that it fails on: a delivery of a trade that no board knows, as a store has it that was repaired
 * by hand. What is poisoned is in the event store, and nothing of the follower is replaced.
 */
@ExchangeTest
@TestPropertySource(properties = "pujiang.law.most-unreported=8") // What it poisons nobody else has to read.
class ParkedEventsTest {

    private static final String PARKED = "/operations/parked-events";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    MeterRegistry meters;

    @Autowired
    HealthContributorRegistry health;

    private Market market;
    private Sale sale;
    private String sound;

    @BeforeEach
    void aSaleThatIsSound() throws Exception {
        market = new Market(port, accounts);
        sale = new Sale(market, "100.00");
        sound = sale.completed("hour,value\n1,2\n");
        eventually(() -> owed(sound), 1);
    }

    @Test
    void anEventThatAFollowerFailsOnIsParkedAndTheOthersAreHandled() throws Exception {
        var poisoned = poison();

        var parked = eventually(() -> parked(poisoned), 1).getFirst();
        var later = sale.completed("hour,value\n1,3\n");

        assertThat(eventually(() -> owed(later), 1)).hasSize(1);
        assertThat(parked.path("follower").asString()).isEqualTo("obligations");
        assertThat(parked.path("name").asString()).isEqualTo("trade.delivery-made");
        assertThat(parked.path("cause").asString()).isNotBlank();
        assertThat(parked.path("behind").asBoolean()).isFalse();
        for (int attempt = 0; !status().equals("ATTENTION"); attempt++) {
            assertThat(attempt).as("the operator is called within 60 s").isLessThan(600);
            Thread.sleep(100);
        }
        assertThat(meters.get("pujiang.parked.events").gauge().value()).isPositive();
        assertThat(market.get(market.operator(), "/obligations").is(200).body().path("incomplete"))
                .anyMatch(each -> each.asString().equals(poisoned));
        discard(parked);
    }

    /** As it was accepted once: a listing whose last day is the last that Java knows. */
    @Test
    void aListingWhoseTermNoCalendarBearsStopsNobody() throws Exception {
        var listing = fresh("poisoned-listing");
        database.sql(
                        """
                        INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                            time_stamp, payload_type, payload_revision, payload, meta_data)
                        SELECT UUID(), :listing, 0, type, time_stamp, payload_type, payload_revision,
                            REPLACE(REPLACE(payload, :sound, :listing), '2099-12-31', '+999999999-12-31'), meta_data
                        FROM domain_event_entry WHERE aggregate_identifier = :sound AND sequence_number = 0""")
                .param("listing", listing)
                .param("sound", sale.listing())
                .update();

        var later = sale.completed("hour,value\n1,5\n");

        assertThat(eventually(() -> owed(later), 1)).hasSize(1);
        assertThat(parked(listing))
                .as("read before, and the calendar's last day stands for it")
                .isEmpty();
    }

    @Test
    void whatComesAfterItInTheSameTradeWaitsBehindItAndIsHandledInOrderOnceTheFaultIsMended() throws Exception {
        var poisoned = poison();
        eventually(() -> parked(poisoned), 1);
        copy("trade.delivery-accepted", poisoned, 1);
        copy("trade.delivery-made", poisoned, 2);

        var waiting = eventually(() -> parked(poisoned), 3);
        assertThat(waiting).extracting(each -> each.path("behind").asBoolean()).containsExactly(false, true, true);
        act(waiting.get(1), "discard").is(409, "operation.behind");

        mend(poisoned);
        act(waiting.getFirst(), "retry").is(200);

        eventually(() -> parked(poisoned), 0);
        assertThat(owed(poisoned))
                .as("opened once, though two events ask for it")
                .hasSize(1);
        assertThat(database.sql("SELECT COUNT(*) FROM retry_item WHERE item = ?")
                        .param("Trade:" + poisoned)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aDiscardAsksForAReasonAndIsKeptForEver() throws Exception {
        var poisoned = poison();
        var parked = eventually(() -> parked(poisoned), 1).getFirst();
        var one = PARKED + "/" + parked.path("id").asString();

        market.post(market.operator(), one + "/discard", "{\"reason\": \" \"}").is(400, "request.invalid");
        market.post(sale.vendor(), one + "/discard", "{\"reason\": \"mine\"}").is(403, "request.forbidden");
        assertThat(parked(poisoned)).hasSize(1);
        discard(parked);

        assertThat(parked(poisoned)).isEmpty();
        assertThat(owed(poisoned)).isEmpty();
        var act =
                market.get(market.operator(), "/operations/acts").is(200).body().at("/items/0");
        assertThat(act.path("what").asString()).isEqualTo("event-discarded");
        assertThat(act.path("subject").asString()).contains(parked.path("event").asString(), poisoned);
        assertThat(act.path("reason").asString()).isEqualTo("seen");
        assertThat(act.path("actor").asString()).isNotBlank();
        market.post(market.operator(), one + "/discard", "{\"reason\": \"again\"}")
                .is(404, "operation.unknown");
    }

    @Test
    void aTradeWithAParkedEventIsNotDeliveredAsIfItsObligationsWereKnownAndIsNotLateForIt() throws Exception {
        var trade = fresh("parked-agreed");
        sale.deposit("1000.00").order(trade).is(201);
        unreadable(trade);
        eventually(() -> parked(trade), 1);

        sale.deliver(trade, "hour,value\n1,4\n").is(409, "obligation.not-yet-known");
        database.sql("UPDATE trade_board SET due_at = '2020-01-01' WHERE id = ?")
                .param(trade)
                .update();
        Thread.sleep(2_500);

        assertThat(market.get(sale.buyer(), "/trades/" + trade).text("/state")).isEqualTo("agreed");
        assertThat(market.get(sale.buyer(), "/obligations").body().path("incomplete"))
                .extracting(JsonNode::asString)
                .containsExactly(trade);
        market.discardParked(trade);
    }

    private String poison() {
        var poisoned = fresh("poisoned");
        copy("trade.delivery-made", poisoned, 0);
        return poisoned;
    }

    /** What the law is said to have found after the trade is none of its answers. */
    private void unreadable(String trade) {
        database.sql(
                        """
                        INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                            time_stamp, payload_type, payload_revision, payload, meta_data)
                        SELECT UUID(), :trade, 0, 'Watch', time_stamp, 'watch.afterwards-judged', '1', '{}', meta_data
                        FROM domain_event_entry WHERE aggregate_identifier = :trade AND sequence_number = 0""")
                .param("trade", trade)
                .update();
    }

    /** The event of the sound trade, as if it had happened to another. */
    private void copy(String name, String to, int number) {
        assertThat(database.sql(
                                """
                                INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                                    type, time_stamp, payload_type, payload_revision, payload, meta_data)
                                SELECT UUID(), :to, :number, type, time_stamp, payload_type, payload_revision,
                                    REPLACE(payload, :quoted, :other), meta_data FROM domain_event_entry
                                WHERE aggregate_identifier = :sound AND payload_type = :name""")
                        .param("to", to)
                        .param("number", number)
                        .param("quoted", "\"" + sound + "\"")
                        .param("other", "\"" + to + "\"")
                        .param("sound", sound)
                        .param("name", name)
                        .update())
                .isEqualTo(1);
    }

    /** The board gets the row that it lacked. */
    private void mend(String poisoned) {
        var columns = database.sql(
                        """
                        SELECT GROUP_CONCAT(column_name) FROM information_schema.columns WHERE table_schema = DATABASE()
                        AND table_name = 'trade_board' AND column_name NOT IN ('id', 'certificate')""")
                .query(String.class)
                .single();
        database.sql("INSERT INTO trade_board (id, " + columns + ") SELECT ?, " + columns
                        + " FROM trade_board WHERE id = ?")
                .params(poisoned, sound)
                .update();
    }

    private void discard(JsonNode parked) throws Exception {
        act(parked, "discard").is(204);
    }

    private Market.Answer act(JsonNode parked, String what) throws Exception {
        return market.post(
                market.operator(), PARKED + "/" + parked.path("id").asString() + "/" + what, "{\"reason\": \"seen\"}");
    }

    private String status() {
        return health().getStatus().getCode();
    }

    private Health health() {
        var indicator = (HealthIndicator) Objects.requireNonNull(health.getContributor("operations"));
        return Objects.requireNonNull(indicator.health());
    }

    private List<JsonNode> parked(String trade) throws Exception {
        return market.get(market.operator(), PARKED + "?limit=200")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                // An event that nobody knows is parked for every follower.
                .filter(each -> each.path("follower").asString().equals("obligations"))
                .filter(each -> each.path("aggregate").asString().equals(trade))
                .toList();
    }

    private List<JsonNode> owed(String trade) throws Exception {
        return market.get(market.operator(), "/obligations?limit=200")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.at("/duty/concern/trade").asString().equals(trade))
                .toList();
    }

    private static List<JsonNode> eventually(Callable<List<JsonNode>> read, int wanted) throws Exception {
        for (int attempt = 0; ; attempt++) {
            var now = read.call();
            if (now.size() == wanted) return now;
            if (attempt == 900) throw new AssertionError("after 90 s: " + now);
            Thread.sleep(100);
        }
    }
}
