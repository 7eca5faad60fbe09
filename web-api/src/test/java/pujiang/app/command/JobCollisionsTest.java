package pujiang.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import pujiang.app.command.Saboteur.Way;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;

/** What the exchange does by itself meets another transaction: it is done again at once, and nothing steps aside. */
@ExchangeTest
@Import(JobCollisionsTest.Sabotage.class)
class JobCollisionsTest {

    @TestConfiguration
    static class Sabotage {
        @Bean
        Saboteur saboteur(DataSource database) {
            return new Saboteur(database);
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Saboteur saboteur;

    @Autowired
    MeterRegistry meters;

    private Market market;
    private String trade;
    private Sale sale;

    @BeforeEach
    void aTradeThatIsOver() throws Exception {
        database.execute(Saboteur.TABLE);
        market = new Market(port, accounts);
        sale = new Sale(market, "50.00");
        trade = sale.completed("hour,value");
    }

    @Test
    void aMeasureOfARecallOutlivesADeadlock() throws Exception {
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        var recall = fresh("collision");
        var body = "{\"kind\": \"CONSENT_WITHDRAWN\", \"product\": \"" + sale.product()
                + "\", \"reason\": \"letter\", \"evidence\": \"vault/12\"}";
        var staged = market.put(officer, "/recalls/" + recall, body).is(201);
        var before = deadlocks();
        saboteur.plan(Saboteur.calledBack(trade), Way.DEADLOCK);

        market.post(officer, "/recalls/" + recall + "/confirmation", "{\"plan\": \"" + staged.text("/plan") + "\"}")
                .is(200);

        until(() -> state("recall_board", recall).equals("completed"), "recalls", recall);
        assertThat(deadlocks()).isGreaterThan(before);
    }

    @Test
    void askingAfterATradeOutlivesADeadlock() throws Exception {
        var before = deadlocks();
        saboteur.plan(Saboteur.watched(trade), Way.DEADLOCK);

        until(
                () -> database.update("update watch_board set next_at = now(6) - interval 1 day where trade = ?", trade)
                        > 0,
                "watch",
                trade);
        until(
                () -> count("select count(*) from domain_event_entry where type = 'Watch' and aggregate_identifier = ?")
                        == 1,
                "watch",
                trade);

        assertThat(deadlocks()).isGreaterThan(before);
    }

    private void until(BooleanSupplier done, String job, String item) throws Exception {
        for (int attempt = 0; !done.getAsBoolean(); attempt++) {
            assertThat(database.queryForList(
                            "select cause from retry_item where job = ? and item = ?", String.class, job, item))
                    .as("stepped aside")
                    .isEmpty();
            assertThat(attempt).as("not done after 20 s").isLessThan(400);
            Thread.sleep(50);
        }
    }

    private String state(String table, String id) {
        return database.queryForList("select state from " + table + " where id = ?", String.class, id)
                .getFirst();
    }

    private long count(String sql) {
        Long found = database.queryForObject(sql, Long.class, trade);
        return found == null ? 0 : found;
    }

    /** How many transactions were undone by one and done again. */
    private double deadlocks() {
        var counter = meters.find("pujiang.transactions.undone")
                .tag("cause", "deadlock")
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
