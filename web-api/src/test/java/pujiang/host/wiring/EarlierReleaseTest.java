package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import pujiang.web.ExchangeTest;

/** What an earlier release has written, once this one has taken it over. */
@ExchangeTest
class EarlierReleaseTest {

    private static final String BEFORE = "31";

    @Autowired
    private EmbeddedDatabase server;

    @Autowired
    private Secrets secrets;

    private DataSource source;
    private JdbcClient database;

    @BeforeEach
    void aSchemaOfTheReleaseBefore() {
        var name = fresh("earlier").replace('-', '_');
        var url = server.getJdbcUrl();
        JdbcClient.create(asRoot(url)).sql("CREATE DATABASE " + name).update();
        source = asRoot(url.replace("/pujiang?", "/" + name + "?"));
        database = JdbcClient.create(source);
        migrate(BEFORE);
    }

    @Test
    void aHeldOrderHasTakenNoShareAndKeepsItsPlace() {
        for (var held : List.of("a", "b")) trade(held, "requested", null);
        trade("c", "agreed", null);
        for (var each : List.of("a", "b", "c")) share(each, 10, false);
        share("d-of-nobody", 7, true);
        database.sql("INSERT INTO export_count (exporter, year, non_sensitive, sensitive_pi) VALUES ('v', 2026, 30, 7)")
                .update();

        migrate("latest");

        assertThat(texts("SELECT CONCAT(non_sensitive, ' ', sensitive_pi) FROM export_count"))
                .containsExactly("10 7");
        assertThat(texts("SELECT trade FROM export_share ORDER BY trade")).containsExactly("c", "d-of-nobody");
        assertThat(texts("SELECT CONCAT(place, ' ', trade) FROM open_order ORDER BY place"))
                .containsExactly("1 a", "2 b");
    }

    @Test
    void whatWasDeliveredIsFetchedUntilItsTermEnds() {
        trade("owed", "completed", "{}");
        trade("not-owed-yet", "delivered", "{}");
        trade("undelivered", "agreed", null);
        duty("o-1", "owed", "b", "DELETION", "a receipt", "2026-12-01T16:00:00Z");
        duty("o-2", "owed", "b", "DELETION", "recall r", "2026-11-10T16:00:00Z");
        for (var at : List.of("2026-11-02", "2026-11-03")) {
            database.sql(
                            """
                    INSERT INTO download_link (token_hash, trade, buyer, begin_by, finish_by, used_at)
                    VALUES (UNHEX(SHA2(?, 256)), 'owed', 'b', NOW(), NOW(), ?)""")
                    .params(at, at)
                    .update();
        }

        migrate("latest");

        assertThat(at("fetch_until", "owed")).isEqualTo(LocalDateTime.of(2026, 12, 1, 16, 0));
        assertThat(at("fetched_at", "owed")).isEqualTo(LocalDateTime.of(2026, 11, 3, 0, 0));
        assertThat(at("fetch_until", "not-owed-yet")).isEqualTo(LocalDateTime.of(2026, 11, 11, 0, 0));
        assertThat(at("fetch_until", "undelivered")).isNull();
    }

    @Test
    void aDutyOfTheExchangeOfWhichNobodyKnowsWhoFoundItEndsByAProof() {
        duty("o-1", null, null, "STANDING", "a decision", "2026-12-01T16:00:00Z");
        duty("o-2", "t", "v", "STANDING", "a decision", "2026-12-01T16:00:00Z");

        migrate("latest");

        assertThat(texts("SELECT CONCAT(obligation, ' ', finder) FROM obligation_finder"))
                .containsExactly("o-1 unknown");
    }

    private void trade(String id, String state, @Nullable String content) {
        database.sql(
                        """
                INSERT INTO trade_board (id, state, buyer, vendor, listing, product, price, ordered_at, since, version,
                    agreement, decision, content)
                VALUES (:id, :state, 'b', 'v', 'l', 'p', 1, '2026-11-01', '2026-11-01', 0,
                    '{"terms": {"termDays": 10}}', '{}', :content)""")
                .param("id", id)
                .param("state", state)
                .param("content", content)
                .update();
    }

    private void share(String trade, int persons, boolean sensitive) {
        database.sql("INSERT INTO export_share (trade, exporter, year, persons, of_sensitive) VALUES (?, 'v', 2026,"
                        + " ?, ?)")
                .params(trade, persons, sensitive)
                .update();
    }

    private void duty(
            String id, @Nullable String trade, @Nullable String bearer, String kind, String source, String due) {
        database.sql(
                        """
                INSERT INTO obligation_board (id, state, kind, rule, bearer, trade, incurred_at, since, deadline,
                    version, duty)
                VALUES (:id, 'open', :kind, 'R-1', :bearer, :trade, NOW(), NOW(), NOW(), 0, :duty)""")
                .param("id", id)
                .param("kind", kind)
                .param("bearer", bearer)
                .param("trade", trade)
                .param("duty", "{\"source\": \"%s\", \"due\": \"%s\"}".formatted(source, due))
                .update();
    }

    private List<String> texts(String query) {
        return database.sql(query).query((row, _) -> row.getString(1)).list();
    }

    private @Nullable LocalDateTime at(String column, String trade) {
        return database.sql("SELECT " + column + " FROM trade_board WHERE id = ?")
                .param(trade)
                .query((row, _) -> row.getObject(1, LocalDateTime.class))
                .list()
                .getFirst();
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(source).target(target).load().migrate();
    }

    private DataSource asRoot(String url) {
        return new DriverManagerDataSource(url, "root", secrets.named("database-root.password"));
    }
}
