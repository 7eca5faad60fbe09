package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import pujiang.app.start.StartFailure;
import pujiang.web.ExchangeTest;

/** The schema of the release before, with and without events missing in it, becomes today's. */
@ExchangeTest
class EventGapsTest {

    private static final String INSERT =
            """
            INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                payload_type, payload, meta_data) VALUES (UUID(), ?, ?, ?, '', '', '', '')""";

    @Autowired
    HikariDataSource pool;

    @Autowired
    Secrets secrets;

    private FluentConfiguration schema;
    private JdbcTemplate old;

    @BeforeEach
    void theSchemaOfTheReleaseBefore() {
        var password = secrets.named("database-root.password");
        var url = pool.getJdbcUrl().replaceFirst("/pujiang\\b", "/event_gaps");
        new JdbcTemplate(new DriverManagerDataSource(pool.getJdbcUrl(), "root", password))
                .execute("DROP DATABASE IF EXISTS event_gaps");
        new JdbcTemplate(new DriverManagerDataSource(pool.getJdbcUrl(), "root", password))
                .execute("CREATE DATABASE event_gaps");
        schema = Flyway.configure().dataSource(url, "root", password);
        old = new JdbcTemplate(new DriverManagerDataSource(url, "root", password));
        schema.target("31").load().migrate();
        schema.target("latest");
        add("whole", 0, "Trade");
        add("whole", 1, "Trade");
        add("whole", 0, "Product");
    }

    @Test
    void whatIsWholeIsMigratedAndThenKeptWhole() {
        EventGaps.checked(schema.load(), false).migrate();

        add("whole", 2, "Trade");
        assertThatThrownBy(() -> add("whole", 2, "Product")).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void gapsAreNamedAndNothingIsChanged() {
        add("holed", 0, "Trade");
        add("holed", 2, "Trade");
        add("headless", 1, "Listing");

        assertThatThrownBy(() -> EventGaps.checked(schema.load(), false))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Listing headless (event 0), Trade holed (event 1)")
                .hasMessageContaining("keep-gaps");
        assertThat(schema.load().info().current().getVersion()).hasToString("31");
    }

    @Test
    void whoKeepsGapsHasNoNewOnes() {
        add("holed", 0, "Trade");
        add("holed", 2, "Trade");

        EventGaps.checked(schema.load(), true).migrate();

        assertThat(schema.load().info().pending()).isEmpty();
        add("holed", 3, "Trade");
        assertThatThrownBy(() -> add("holed", 5, "Trade")).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> add("whole", 3, "Trade")).isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Old entries and leaves are given the event that explains them; what none explains is marked, and still there. */
    @Test
    void moneyAndEvidenceOfBeforeNameTheirEventsWhereTheyHaveAny() {
        var receipt = "ab".repeat(32);
        var orphan = "cd".repeat(32);
        old.update(
                "UPDATE domain_event_entry SET payload_type = 'trade.delivery-made', payload = ?"
                        + " WHERE aggregate_identifier = 'whole' AND type = 'Trade' AND sequence_number = 1",
                "{\"receipt\": {\"digest\": \"%s\"}}".formatted(receipt));
        old.update("UPDATE domain_event_entry SET payload_type = 'trade.agreed'"
                + " WHERE aggregate_identifier = 'whole' AND type = 'Trade' AND sequence_number = 0");
        for (var kind : List.of("DEPOSIT", "RESERVE", "PAY")) {
            old.update(
                    "INSERT INTO ledger_transfer VALUES (?, 'a', 'b', 1, 'CNY', ?, NULL, 'whole', NOW(6))", kind, kind);
        }
        old.update("INSERT INTO log_leaf VALUES (0, ?), (1, ?)", receipt, orphan);

        EventGaps.checked(schema.load(), false).migrate();

        assertThat(rows("SELECT CONCAT(t.kind, ' ', t.unexplained, ' ', COALESCE(e.payload_type, '')) FROM"
                        + " ledger_transfer t LEFT JOIN domain_event_entry e ON e.event_identifier = t.event ORDER"
                        + " BY t.kind"))
                .containsExactly("DEPOSIT 0 ", "PAY 1 ", "RESERVE 0 trade.agreed");
        assertThat(rows("SELECT CONCAT(l.leaf_index, ' ', l.unexplained, ' ', COALESCE(e.payload_type, ''))"
                        + " FROM log_leaf l LEFT JOIN domain_event_entry e ON e.event_identifier = l.event"
                        + " ORDER BY l.leaf_index"))
                .containsExactly("0 0 trade.delivery-made", "1 1 ");
    }

    private List<String> rows(String sql) {
        return old.query(sql, (row, _) -> row.getString(1));
    }

    private void add(String aggregate, long number, String type) {
        old.update(INSERT, aggregate, number, type);
    }
}
