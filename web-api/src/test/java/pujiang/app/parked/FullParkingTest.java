package pujiang.app.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;

/** A follower for which as many aggregates have parked events as there may be. */
@ExchangeTest
class FullParkingTest {

    private static final String FILLED = "Filled:%";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    HealthContributorRegistry health;

    @AfterEach
    void nothingIsLeftBehind() {
        empty();
        database.sql("DELETE FROM retry_item WHERE item LIKE ?").param(FILLED).update();
    }

    @Test
    void theFollowerStandsBeforeWhatItCannotParkAndGoesOnFromThereWhenThereIsRoom() throws Exception {
        var sale = new Sale(new Market(port, accounts), "100.00");
        fill();
        var poisoned = poison();
        var later = sale.completed("hour,value\n1,6\n");

        await(() -> details().contains("followerStands"));
        assertThat(parked(poisoned)).isZero();
        assertThat(owed(later)).isZero();

        empty();
        await(() -> parked(poisoned) == 1);
        await(() -> owed(later) == 1);
        database.sql("DELETE FROM parked_event WHERE aggregate_identifier = ?")
                .param(poisoned)
                .update();
    }

    /** With what nobody tries again before the test is over. */
    private void fill() {
        // Neither server counts to more than 1,000 in one recursion.
        assertThat(ParkedEventBoard.MOST).isEqualTo(32 * 32);
        var numbers = "WITH RECURSIVE d AS (SELECT 0 AS i UNION ALL SELECT i + 1 FROM d WHERE i < 31),"
                + " n AS (SELECT a.i * 32 + b.i AS i FROM d a CROSS JOIN d b) ";
        database.sql("INSERT INTO retry_item (job, item, attempts, since, next_attempt, cause) " + numbers
                        + "SELECT 'obligations', CONCAT('Filled:', i), 1, '2026-01-01', '2099-01-01', 'filled' FROM n")
                .update();
        database.sql(
                        """
                        INSERT INTO parked_event (identifier, follower, sequence_identifier, sequence_index,
                            message_type, event_identifier, time_stamp, payload_type, payload, meta_data,
                            aggregate_type, aggregate_identifier, sequence_number, enqueued_at)
                        %s SELECT UUID(), 'obligations', CONCAT('Filled:', i), 0, '', UUID(),
                            '2026-01-01T00:00:00Z', 'filled', '{}', '{}', 'Filled', i, 0, '2026-01-01T00:00:00Z'
                        FROM n"""
                                .formatted(numbers))
                .update();
    }

    private void empty() {
        database.sql("DELETE FROM parked_event WHERE sequence_identifier LIKE ?")
                .param(FILLED)
                .update();
    }

    /** An event of a later release, which this one does not know. */
    private String poison() {
        var poisoned = fresh("unparked");
        database.sql(
                        """
                        INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                            time_stamp, payload_type, payload_revision, payload, meta_data)
                        VALUES (UUID(), ?, 0, 'Product', '2026-11-29T12:00:00Z', 'product.never-known', '1',
                            '{}', '{}')""")
                .param(poisoned)
                .update();
        return poisoned;
    }

    private String details() {
        var indicator = (HealthIndicator) Objects.requireNonNull(health.getContributor("operations"));
        return Objects.requireNonNull(indicator.health()).getDetails().toString();
    }

    private long parked(String aggregate) {
        return count("parked_event WHERE follower = 'obligations' AND aggregate_identifier = ?", aggregate);
    }

    private long owed(String trade) {
        return count("obligation_board WHERE trade = ?", trade);
    }

    private long count(String where, String thing) {
        return database.sql("SELECT COUNT(*) FROM " + where)
                .param(thing)
                .query(Long.class)
                .single();
    }

    private interface Condition {
        boolean holds();
    }

    /** The follower itself waits up to a minute before it tries again. */
    private static void await(Condition condition) throws InterruptedException {
        for (int attempt = 0; !condition.holds(); attempt++) {
            assertThat(attempt).as("within 90 s").isLessThan(900);
            Thread.sleep(100);
        }
    }
}
