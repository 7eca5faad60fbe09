package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pujiang.web.Market.fresh;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import pujiang.app.security.Accounts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;

/** What the database refuses, and what is done about a gap that got past it, as with a restored backup. */
@ExchangeTest
class BrokenStreamTest {

    private static final String REASON = "{\"reason\": \"seen by an operator\"}";

    /** As the row of another aggregate, which keeps everything but its name. */
    private static final String COPY =
            """
            INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                payload_type, payload_revision, payload, meta_data)
            SELECT UUID(), '%s', sequence_number, type, time_stamp, payload_type, payload_revision,
                REPLACE(payload, '%s', '%s'), meta_data
            FROM domain_event_entry WHERE aggregate_identifier = '%s' AND type = 'Listing' AND sequence_number %s""";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate database;

    @Autowired
    HealthContributorRegistry health;

    @Autowired
    MeterRegistry meters;

    private Market market;
    private String whole;
    private String broken;

    @BeforeEach
    void aListingOfThreeEventsAndOneThatLacksTheSecond() throws Exception {
        market = new Market(port, accounts);
        var sale = new Sale(market, "5.00");
        whole = sale.listing();
        broken = fresh("broken");
        market.post(sale.vendor(), "/listings/" + whole + "/suspension", REASON).is(200);
        market.post(sale.vendor(), "/listings/" + whole + "/resumption", "").is(200);
        plant("<> 1");
        var columns = "product, vendor, state, revision, listed_at, since, due_at, terms, decision";
        database.update(
                "INSERT INTO listing_board (id, " + columns + ") SELECT '" + broken + "', " + columns
                        + " FROM listing_board WHERE id = ?",
                whole);
    }

    @Test
    void anEventWithoutItsPredecessorIsRefusedByTheDatabase() {
        var other = fresh("broken");
        assertThatThrownBy(() -> database.update(COPY.formatted(other, whole, other, whole, "= 1")))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("no_event_without_its_predecessor");
        assertThatThrownBy(() -> database.update(
                        "DELETE FROM domain_event_entry WHERE aggregate_identifier = ? AND sequence_number = 1", whole))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aBrokenStreamIsQuarantinedAndToldAndLeavesWhenItIsRestored() throws Exception {
        var refused = market.post(market.operator(), "/listings/" + broken + "/suspension", REASON)
                .is(503, "exchange.history-incomplete");
        assertThat(refused.body().path("retry").asBoolean()).isFalse();
        assertThat(refused.text("/detail")).contains("Event 1 of listing " + broken);
        assertThat(health().getDetails()).containsEntry("Listing " + broken, "event 1 is missing");
        assertThat(meters.get("pujiang.streams.quarantined").gauge().value()).isPositive();
        market.post(market.operator(), "/listings/" + whole + "/suspension", REASON)
                .is(200);

        plant("= 1");

        market.post(market.operator(), "/listings/" + broken + "/suspension", REASON)
                .is(200);
        assertThat(health().getDetails()).doesNotContainKey("Listing " + broken);
    }

    private Health health() {
        var streams = (HealthIndicator) Objects.requireNonNull(health.getContributor("streams"));
        return Objects.requireNonNull(streams.health(true));
    }

    /** As a dump does it, which is read without checks. */
    private void plant(String numbers) {
        database.execute((ConnectionCallback<Integer>) connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("SET foreign_key_checks = 0");
                var planted = statement.executeUpdate(COPY.formatted(broken, whole, broken, whole, numbers));
                statement.execute("SET foreign_key_checks = 1");
                return planted;
            }
        });
    }
}
