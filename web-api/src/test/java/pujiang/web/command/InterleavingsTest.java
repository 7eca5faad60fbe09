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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
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
            "pujiang.trade.review=4s",
            "pujiang.trade.escalation=4s",
            "pujiang.trade.delivery=4s",
            "pujiang.trade.acceptance=4s",
            "pujiang.trade.dispute=4s",
            "logging.level.pujiang=error",
            "logging.level.root=off"
        })
class InterleavingsTest {

    private static final long SEED = Long.getLong("interleavings.seed", System.nanoTime());
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("interleavings.seconds", 60));
    private static final int WORKERS = 10;
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
        var end = Instant.now().plus(TIME);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WORKERS; i++) {
                var random = new Random(SEED + i);
                workers.execute(() -> work(market, random, end));
            }
        }
        System.out.printf("%d interleavings, %d wrong%n", done.get(), lies.size());
        assertThat(lies.stream().limit(MOST_TOLD)).as("seed %d", SEED).isEmpty();
        assertThat(done).hasPositiveValue();
        theBooksAreRight(market);
    }

    private void work(Market market, Random random, Instant end) {
        try {
            // Nobody is undone yet.
            var trades = new TradeClash(market, database, commands);
            var goods = new GoodsClash(market, database);
            var combinations = combinations(random, trades.choices(), goods.choices());
            for (int i = 0; Instant.now().isBefore(end); i++) {
                var next = combinations.get(i % combinations.size());
                var clash = next.choice() < trades.choices()
                        ? trades.begin(next.choice(), random)
                        : goods.begin(next.choice() - trades.choices(), random);
                saboteur.plan(clash.aggregate(), next.way());
                clash.run();
                saboteur.cancel(clash.aggregate());
                clash.lies(next.way()).forEach(lie -> lies.add(next.way() + ": " + lie));
                done.incrementAndGet();
            }
        } catch (Exception | AssertionError e) {
            lies.add("the test itself: " + e);
        }
    }

    private record Combination(int choice, Way way) {}

    private static List<Combination> combinations(Random random, int trades, int goods) {
        var all = new ArrayList<Combination>();
        for (int choice = 0; choice < trades + goods; choice++)
            for (var way : Way.values()) all.add(new Combination(choice, way));
        Collections.shuffle(all, random);
        return all;
    }

    private void theBooksAreRight(Market market) throws Exception {
        var books = market.get(market.operator(), "/ledger/trial-balance").is(200);
        assertThat(books.body().path("outOfStep")).isEmpty();
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
