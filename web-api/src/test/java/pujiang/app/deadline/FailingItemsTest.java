package pujiang.app.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.command.Commands;
import pujiang.app.security.Accounts;
import pujiang.compliance.Bilingual;
import pujiang.obligation.Duty;
import pujiang.obligation.ObligationCommand.IncurObligation;
import pujiang.obligation.ObligationSubject;
import pujiang.obligation.ResponsibleParty;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;

/** More items that fail than a job reads at once, all of them older than one that is sound. */
@ExchangeTest
class FailingItemsTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    Commands commands;

    @Autowired
    Clock clock;

    private static final Bilingual WORDS = new Bilingual("词", "word");

    private final String failing = fresh("failing");
    private Market market;
    private Sale sale;

    @BeforeEach
    void aSale() throws Exception {
        market = new Market(port, accounts);
        sale = new Sale(market, "10.00").deposit("100.00");
    }

    @AfterEach
    void mended() {
        var tables = List.of("obligation_board WHERE id", "watch_board WHERE trade", "retry_item WHERE item");
        for (var table : tables) {
            database.sql("DELETE FROM " + table + " LIKE ?")
                    .param(failing + "-%")
                    .update();
        }
    }

    @Test
    void aDeadlineIsKeptAlthoughMoreThanABatchOfOthersFailAndTheOperatorSeesThem() throws Exception {
        var template = obligation(Duration.ofDays(300));
        database.sql(
                        """
                        INSERT INTO obligation_board (id, state, kind, rule, incurred_at, since, deadline, due_at,
                            version, duty)
                        WITH RECURSIVE s AS (SELECT 1 AS seq UNION ALL SELECT seq + 1 FROM s WHERE seq < 250)
                        SELECT CONCAT(:failing, '-', s.seq), state, kind, rule, '2020-01-01', since, '2020-01-01',
                            '2020-01-01', version, duty
                        FROM obligation_board JOIN s ON id = :template""")
                .param("failing", failing)
                .param("template", template)
                .update();
        var failingItems = count("obligation_board WHERE id LIKE ?");
        assertThat(failingItems).as("more than one batch").isGreaterThan(200);

        var sound = obligation(Duration.ofSeconds(1));

        for (int attempt = 0; ; attempt++) {
            var read = market.get(market.operator(), "/obligations/" + sound).is(200);
            if (read.text("/state").equals("breached")) break;
            assertThat(attempt).as("breached within 60 s: %s", read.body()).isLessThan(600);
            Thread.sleep(100);
        }
        awaitCount(failingItems, "retry_item WHERE job = 'obligation-deadlines' AND item LIKE ?");
        var seen = market.get(market.operator(), "/operations/retries?limit=200")
                .is(200)
                .body();
        assertThat(seen.path("items").valueStream().map(each -> each.path("job").asString()))
                .contains("obligation-deadlines");
        assertThat(count("retry_item WHERE attempts > 10 AND item LIKE ?"))
                .as("none is tried every second")
                .isZero();
    }

    /** Owed by the exchange itself: its breach suspends nobody. */
    private String obligation(Duration left) {
        var responsibleParty = new ResponsibleParty(ResponsibleParty.Side.EXCHANGE, null);
        var subject = new ObligationSubject(null, null, null, null, null);
        var due = clock.instant().plus(left);
        var duty = new Duty(
                Duty.Kind.STANDING,
                fresh("RULE"),
                WORDS,
                "1",
                WORDS,
                WORDS,
                responsibleParty,
                subject,
                "test",
                due,
                null);
        commands.send(new IncurObligation(duty), "test");
        return duty.id().value();
    }

    @Test
    void aWatchIsAskedAlthoughMoreThanABatchOfOthersFail() throws Exception {
        var trade = sale.completed("watched among failing 1");
        database.sql(
                        """
                        INSERT INTO watch_board (trade, next_at)
                        WITH RECURSIVE s AS (SELECT 1 AS seq UNION ALL SELECT seq + 1 FROM s WHERE seq < 60)
                        SELECT CONCAT(:failing, '-', s.seq), '2020-01-01' FROM s""")
                .param("failing", failing)
                .update();
        // It is watched a moment after the delivery, when its follower has read of it.
        for (int attempt = 0;
                database.sql("UPDATE watch_board SET next_at = '2020-01-02' WHERE trade = ?")
                                .param(trade)
                                .update()
                        == 0;
                attempt++) {
            assertThat(attempt).as("watched within 60 s").isLessThan(600);
            Thread.sleep(100);
        }

        for (int attempt = 0; ; attempt++) {
            var answers = market.get(sale.buyer(), "/trades/" + trade + "/afterwards")
                    .is(200)
                    .body();
            if (!answers.isEmpty()) break;
            assertThat(attempt).as("the law was asked within 60 s").isLessThan(600);
            Thread.sleep(100);
        }
        awaitCount(60, "retry_item WHERE job = 'watch' AND item LIKE ?");
    }

    @Test
    void theOperatorHastensAFailingItemWithAReason() throws Exception {
        database.sql("INSERT INTO watch_board (trade, next_at) VALUES (?, '2020-01-01')")
                .param(failing + "-1")
                .update();
        awaitCount(1, "retry_item WHERE job = 'watch' AND attempts = 1 AND item LIKE ?");

        var one = "/operations/retries/watch/" + failing + "-1/retry";
        market.post(market.operator(), one, "{\"reason\": \"\"}").is(400, "request.invalid");
        market.post(market.operator(), one, "{\"reason\": \"mended\"}").is(204);
        market.post(market.operator(), one.replace("watch", "recalls"), "{\"reason\": \"mended\"}")
                .is(404, "operation.unknown");

        awaitCount(1, "retry_item WHERE job = 'watch' AND attempts >= 2 AND item LIKE ?");
        assertThat(market.get(market.operator(), "/operations/acts")
                        .is(200)
                        .body()
                        .at("/items/0")
                        .path("what")
                        .asString())
                .isEqualTo("item-retried");
    }

    private void awaitCount(long wanted, String what) throws Exception {
        for (int attempt = 0; count(what) < wanted; attempt++) {
            assertThat(attempt).as("%d of %s within 60 s", count(what), what).isLessThan(600);
            Thread.sleep(100);
        }
    }

    private long count(String what) {
        return database.sql("SELECT COUNT(*) FROM " + what)
                .param(failing + "-%")
                .query(Long.class)
                .single();
    }
}
