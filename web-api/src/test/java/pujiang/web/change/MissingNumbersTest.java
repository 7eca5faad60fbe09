package pujiang.web.change;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.security.Accounts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** While a transaction with a lower number may still commit, nothing behind it is told. */
@ExchangeTest
@TestPropertySource(properties = "pujiang.changes.settled-after=4s")
class MissingNumbersTest {

    private static final String COPY =
            """
            INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                payload_type, payload_revision, payload, meta_data)
            SELECT UUID(), ?, 0, type, time_stamp, payload_type, payload_revision, payload, meta_data
            FROM domain_event_entry WHERE sequence_number = 0 LIMIT 1""";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    DataSource database;

    @Test
    void whatCommitsLaterIsNotSkippedAndWhatIsRolledBackIsNotWaitedForForever() throws Exception {
        var market = new Market(port, accounts);
        var _ = market.participant("before");
        var feed = new Feed(port, market.operator());
        Instant committed;
        String behind;
        try (var slow = database.getConnection()) {
            slow.setAutoCommit(false);
            write(slow);
            behind = market.participant("behind").value();
            committed = Instant.now();
            assertThat(feed.events("participant", behind)).isEmpty();
            slow.rollback();
            slow.setAutoCommit(true);
        }
        var told = new ArrayList<String>();
        while (told.isEmpty() && Duration.between(committed, Instant.now()).toSeconds() < 30) {
            Thread.sleep(200);
            told.addAll(feed.events("participant", behind));
        }

        assertThat(told).startsWith("participant.applied");
        assertThat(Duration.between(committed, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
    }

    private static void write(Connection slow) throws Exception {
        try (var insert = slow.prepareStatement(COPY)) {
            insert.setString(1, fresh("unseen"));
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }
}
