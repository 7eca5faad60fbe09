package pujiang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import pujiang.app.security.Accounts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/**
 * Every step of a trade, and of what it stands on and leads to, with one command whose transaction is undone after it, in
 * every way there is, and others on the same thing in the same milliseconds. After each the store, the boards, the money,
 * the evidence and the answers must tell the same story.
 *
 * <p>A sample of a bounded time, unless {@code -Dinterleavings=5000} says how many. {@code -Dinterleavings.seed=…} repeats a
 * run's choices, though not its timing.
 */
@ExchangeTest
@Import(InterleavingsTest.Sabotage.class)
@TestPropertySource(
        properties = {
            "pujiang.trade.open-orders=100000",
            "pujiang.trade.review=15s",
            "pujiang.trade.escalation=15s",
            "pujiang.trade.delivery=15s",
            "pujiang.trade.acceptance=15s",
            "pujiang.trade.dispute=15s",
            // However busy the machine is, nothing waits for an officer because of that.
            "pujiang.law.decision-limit=60s",
            "logging.level.pujiang=error",
            // What is undone on purpose is a fault to the exchange: its first lines are enough.
            "logging.pattern.console=%d{HH:mm:ss.SSS} %logger{0} %m%n%ex{3}",
            "logging.level.root=off"
        })
class InterleavingsTest {

    private static final long SEED = Long.getLong("interleavings.seed", System.nanoTime());
    /** None: as many as the time allows. */
    private static final int MOST = Integer.getInteger("interleavings", 0);

    private static final Duration TIME = Duration.ofSeconds(Long.getLong("interleavings.seconds", 40));
    private static final int WORKERS = Integer.getInteger("interleavings.workers", 8);
    private static final int MOST_TOLD = 10;

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
    PlatformTransactionManager transactions;

    @Autowired
    Saboteur saboteur;

    @Autowired
    Commands commands;

    @Test
    void nobodyBuildsOnWhatIsUndone() throws Exception {
        System.out.printf("interleavings.seed=%d%n", SEED);
        database.execute(Saboteur.TABLE);
        var market = new Market(port, accounts);
        var tally = new Tally(transactions);
        var players = players(market, tally);
        var began = Instant.now();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var player : players) workers.execute(() -> play(player, tally, began.plus(TIME)));
        }
        var seconds = Math.max(1, Duration.between(began, Instant.now()).toSeconds());
        System.out.printf(
                "%d interleavings in %d s, %d undone %s, %d wrong%n",
                tally.done(), seconds, tally.undone(), tally.met(), tally.lies().size());
        tally.lies().forEach(System.out::println);
        assertThat(tally.lies().stream().limit(MOST_TOLD)).as("seed %d", SEED).isEmpty();
        assertThat(tally.undone()).as("transactions that were undone").isPositive();
        theBooksAreRight(market, tally);
    }

    /** Each with goods of its own, before anybody is undone. */
    private List<Player> players(Market market, Tally tally) throws Exception {
        var players = new ArrayList<Player>();
        for (int i = 0; i < WORKERS; i++) {
            var scenes = List.of(
                    new TradeClash(market, database, commands),
                    new GoodsClash(market, database),
                    new ObligationClash(market, database, commands),
                    new RecallClash(market, database));
            players.add(new Player(scenes, saboteur, new Random(SEED + i), tally));
        }
        return players;
    }

    private static void play(Player player, Tally tally, Instant end) {
        try {
            player.play(() -> MOST > 0 ? tally.done() < MOST : Instant.now().isBefore(end));
        } catch (Exception | AssertionError e) {
            tally.failed(e);
        }
    }

    private void theBooksAreRight(Market market, Tally tally) throws Exception {
        var books = market.get(market.operator(), "/ledger/trial-balance").is(200);
        assertThat(books.body().path("outOfStep")).isEmpty();
        tally.snapshot().executeWithoutResult(_ -> nothingIsLeftOver());
        UsedKeys.forget(database);
        var checked = checked(market);
        assertThat(checked.text("/state")).as(checked.body().toPrettyString()).isEqualTo("clean");
    }

    /** What the check of all that is stored says. */
    private static Market.Answer checked(Market market) throws Exception {
        market.post(market.operator(), "/fsck", "").is(202);
        for (int attempt = 0; ; attempt++) {
            var run = market.get(market.operator(), "/fsck").is(200);
            if (!run.text("/state").equals("running")) return run;
            assertThat(attempt).as("still running after 60 s").isLessThan(600);
            Thread.sleep(100);
        }
    }

    private void nothingIsLeftOver() {
        assertThat(count("select count(*) from ledger_limit where minor < 0")).isZero();
        assertThat(count("select count(*) from log_queue") + count("select count(*) from log_leaf"))
                .as("a leaf for each receipt and certificate, and none besides")
                .isEqualTo(count("select count(*) from domain_event_entry where payload_type in"
                        + " ('trade.delivery-made', 'trade.certificate-issued')"));
        assertThat(count("select count(*) from domain_event_entry e left join domain_event_entry p"
                        + " on p.aggregate_identifier = e.aggregate_identifier and p.type = e.type"
                        + " and p.sequence_number = e.sequence_number - 1"
                        + " where e.sequence_number > 0 and p.global_index is null"))
                .as("events without a predecessor")
                .isZero();
    }

    private long count(String sql) {
        Long found = database.queryForObject(sql, Long.class);
        return found == null ? 0 : found;
    }
}
