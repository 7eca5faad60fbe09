package pujiang.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.command.Saboteur.Way;
import pujiang.web.security.Accounts;

/**
 * Every step of a trade, and of a listing, a product and a participant, with one command whose transaction is undone after
 * it, in every way there is, and others on the same thing in the same milliseconds. After each the store, the boards, the
 * money, the evidence and the answers must tell the same story.
 *
 * <p>{@code -Dinterleavings.seed=…} repeats a run's choices, though not its timing; {@code -Dinterleavings.seconds=…} makes
 * it longer.
 */
@ExchangeTest
@Import(InterleavingsTest.Sabotage.class)
@TestPropertySource(
        properties = {
            "pujiang.trade.open-orders=100000",
            "pujiang.trade.review=4s",
            "pujiang.trade.escalation=4s",
            "pujiang.trade.delivery=4s",
            "pujiang.trade.acceptance=4s",
            "pujiang.trade.dispute=4s",
            "logging.level.pujiang=error",
            // What is undone on purpose is a fault to the exchange: its first lines are enough.
            "logging.pattern.console=%d{HH:mm:ss.SSS} %logger{0} %m%n%ex{3}",
            "logging.level.root=off"
        })
class InterleavingsTest {

    private static final long SEED = Long.getLong("interleavings.seed", System.nanoTime());
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("interleavings.seconds", 60));
    private static final int WORKERS = 6;
    private static final int MOST_TOLD = 10;
    private static final int MOST_TRIES = 5;

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

    private final AtomicInteger done = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> lies = new ConcurrentLinkedQueue<>();

    @Test
    void nobodyBuildsOnWhatIsUndone() throws Exception {
        System.out.printf("interleavings.seed=%d%n", SEED);
        database.execute(Saboteur.TABLE);
        var market = new Market(port, accounts);
        // Before anybody is undone.
        var stalls = new ArrayList<Stall>();
        for (int i = 0; i < WORKERS; i++) {
            stalls.add(new Stall(new TradeClash(market, database, commands), new GoodsClash(market, database)));
        }
        var end = Instant.now().plus(TIME);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WORKERS; i++) {
                var random = new Random(SEED + i);
                var stall = stalls.get(i);
                workers.execute(() -> work(stall, random, end));
            }
        }
        System.out.printf("%d interleavings, %d wrong%n", done.get(), lies.size());
        assertThat(lies.stream().limit(MOST_TOLD)).as("seed %d", SEED).isEmpty();
        assertThat(done).hasPositiveValue();
        theBooksAreRight(market);
    }

    /** What one worker has to itself. */
    private record Stall(TradeClash trades, GoodsClash goods) {

        int choices() {
            return trades.choices() + goods.choices();
        }

        Clash begin(int choice, Random random) throws Exception {
            return choice < trades.choices()
                    ? trades.begin(choice, random)
                    : goods.begin(choice - trades.choices(), random);
        }
    }

    private void work(Stall stall, Random random, Instant end) {
        try {
            var combinations = combinations(random, stall.choices());
            for (int i = 0; Instant.now().isBefore(end); i++) {
                var next = combinations.get(i % combinations.size());
                var clash = stall.begin(next.choice(), random);
                saboteur.plan(clash.aggregate(), next.way());
                clash.run();
                saboteur.cancel(clash.aggregate());
                lies.addAll(told(clash, next.way()));
                done.incrementAndGet();
            }
        } catch (Exception | AssertionError e) {
            lies.add("the test itself: " + e);
        }
    }

    /** In one snapshot: the clock's own job goes on meanwhile. */
    private List<String> told(Clash clash, Way way) {
        var found = new ArrayList<String>();
        for (int tries = 1; ; tries++) {
            try {
                snapshot().executeWithoutResult(_ -> found.addAll(clash.lies(way)));
                break;
            } catch (TransactionException | DataAccessException busy) {
                // None is free, or this one was killed for what had it before: the same is read once more.
                found.clear();
                if (tries == MOST_TRIES) throw busy;
            }
        }
        return found.stream().map(lie -> way + ": " + lie).toList();
    }

    private TransactionTemplate snapshot() {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return snapshot;
    }

    private record Combination(int choice, Way way) {}

    private static List<Combination> combinations(Random random, int choices) {
        var all = new ArrayList<Combination>();
        for (int choice = 0; choice < choices; choice++)
            for (var way : Way.values()) all.add(new Combination(choice, way));
        Collections.shuffle(all, random);
        return all;
    }

    private void theBooksAreRight(Market market) throws Exception {
        var books = market.get(market.operator(), "/ledger/trial-balance").is(200);
        assertThat(books.body().path("outOfStep")).isEmpty();
        snapshot().executeWithoutResult(_ -> nothingIsLeftOver());
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
