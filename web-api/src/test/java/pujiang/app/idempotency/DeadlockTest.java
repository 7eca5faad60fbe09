package pujiang.app.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.command.Commands;
import pujiang.app.security.Accounts;
import pujiang.participant.ParticipantCommand.SuspendParticipant;
import pujiang.participant.ParticipantId;
import pujiang.stop.Ground;
import pujiang.stop.Stop;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** Transactions that really wait for each other, on the real database: nobody who asked for something hears of it. */
@ExchangeTest
class DeadlockTest {

    /** Of two, the database ends the one that has written less. */
    private static final int MUCH = 500;

    private static final Stop SEEN =
            Stop.of(Ground.OPERATOR_ORDER, null, "operator", "seen", Instant.parse("2026-11-29T00:00:00Z"));

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Idempotency idempotency;

    @Autowired
    Commands commands;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    private Market market;

    @BeforeEach
    void aTableOfOurOwn() throws Exception {
        market = new Market(port, accounts);
        database.execute("create table if not exists deadlock_test (name varchar(64) primary key, times int not null)");
    }

    @Test
    void ofTwoActionsThatWaitForEachOtherTheOneThatIsEndedIsDoneAgain() {
        var one = row();
        var other = row();
        var met = new CyclicBarrier(2);
        var runs = new AtomicInteger();

        var there = atOnce(() -> act(one, other, met, runs));
        var back = atOnce(() -> act(other, one, met, runs));

        assertThat(there.join().status()).isEqualTo(200);
        assertThat(back.join().status()).isEqualTo(200);
        assertThat(runs).as("a deadlock, and one more run").hasValue(3);
        assertThat(times(one)).isEqualTo(2);
        assertThat(times(other)).isEqualTo(2);
    }

    private StoredAnswer act(String first, String second, CyclicBarrier met, AtomicInteger runs) {
        var own = new AtomicInteger();
        return once(() -> {
            runs.incrementAndGet();
            add(first);
            if (own.incrementAndGet() == 1) await(met);
            add(second);
        });
    }

    /** A creation is a command alone: it meets somebody who holds its row, and then wants its event. */
    @Test
    void aCreationThatADeadlockEndsIsDoneAgain() {
        var id = fresh("deadlock");
        var answer = Objects.requireNonNull(new TransactionTemplate(transactions).execute(rivals -> {
            for (int i = 0; i < MUCH; i++) row();
            database.update(
                    """
                    insert into participant_board (id, name, state, since, version, body)
                    values (?, 'x', 'applied', now(6), 0, '{}')""",
                    id);
            var creation = atOnce(() -> apply(id));
            awaitEvent(id);
            // Returns only because the creation, which holds what this asks for and waits for what we hold, is ended.
            database.queryForList("select * from domain_event_entry where aggregate_identifier = ? for update", id);
            assertThat(creation).isNotDone();
            rivals.setRollbackOnly();
            return creation;
        }));

        answer.join().is(201);
        assertThat(database.queryForObject(
                        "select count(*) from domain_event_entry where aggregate_identifier = ?", Integer.class, id))
                .isPositive();
    }

    @Test
    void whatIsUndoneAfterItsCommandIsNotRemembered() throws Exception {
        var id = market.participant("deadlock");
        var suspension = new SuspendParticipant(id, SEEN);

        new TransactionTemplate(transactions).executeWithoutResult(request -> {
            commands.send(suspension, "test");
            request.setRollbackOnly();
        });

        assertThat(state(id)).isEqualTo("active");
        commands.send(suspension, "test");
        assertThat(state(id)).isEqualTo("suspended");
    }

    /** One holds the aggregate and wants the row, the other has the row and wants the aggregate: no database sees both. */
    @Test
    void aCircleOfAnAggregateAndARowOpensByItself() throws Exception {
        var id = market.participant("deadlock");
        var row = row();
        var met = new CyclicBarrier(2);
        var suspension = new SuspendParticipant(id, SEEN);
        var runs = new AtomicInteger();

        var there = atOnce(() -> once(() -> {
            commands.send(suspension, "test");
            if (runs.incrementAndGet() <= 2) await(met);
            add(row);
        }));
        var back = atOnce(() -> once(() -> {
            add(row);
            if (runs.incrementAndGet() <= 2) await(met);
            commands.send(suspension, "test");
        }));

        assertThat(there.join().status()).isEqualTo(200);
        assertThat(back.join().status()).isEqualTo(200);
        assertThat(runs).as("one of the two, once more").hasValue(3);
        assertThat(times(row)).isEqualTo(2);
        assertThat(state(id)).isEqualTo("suspended");
    }

    /** Each command takes the lock of its aggregate once more: all of them are given up at the end, committed or not. */
    @ParameterizedTest(name = "committed: {0}")
    @ValueSource(booleans = {true, false})
    void severalCommandsOfOneTransactionLeaveTheirAggregateToOthers(boolean committed) throws Exception {
        var id = market.participant("deadlock");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            commands.send(new SuspendParticipant(id, SEEN), "test");
            commands.send(new SuspendParticipant(id, SEEN), "test");
            commands.send(new SuspendParticipant(id, SEEN), "test");
            if (!committed) status.setRollbackOnly();
        });
        assertThat(state(id)).isEqualTo(committed ? "suspended" : "active");

        var answer = atOnce(() -> once(() -> commands.send(new SuspendParticipant(id, SEEN), "test")));

        assertThat(answer.join().status()).isEqualTo(200);
        assertThat(state(id)).isEqualTo("suspended");
    }

    @Test
    void whoWaitsInVainIsToldToComeAgain() throws Exception {
        var id = market.participant("deadlock");
        var suspension = "/participants/" + id + "/suspension";
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            commands.send(new SuspendParticipant(id, SEEN), "test");
            var late = atOnce(() -> post(suspension)).join();
            assertThat(late.is(503, "exchange.unavailable").body().path("retry").asBoolean())
                    .isTrue();
        });
        post(suspension).is(200);
    }

    private StoredAnswer once(Runnable action) {
        var claim = new Claim(fresh("caller"), HexFormat.of().formatHex(new byte[32]), "11".repeat(32), "POST /");
        return idempotency.once(claim, () -> {
            action.run();
            return new StoredAnswer(200, "", new byte[0]);
        });
    }

    private Market.Answer post(String path) {
        try {
            return market.post(market.operator(), path, "{\"reason\": \"seen\"}");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String state(ParticipantId id) throws Exception {
        return market.get(market.operator(), "/participants/" + id).is(200).text("/state");
    }

    private Market.Answer apply(String id) {
        try {
            return market.put(
                    market.operator(), "/participants/" + id, Market.application("Somebody", Market.creditCode()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Until the creation has written its event, and a moment more for it to come to the row that is held. */
    private void awaitEvent(String id) {
        var dirty = new TransactionTemplate(transactions);
        dirty.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        dirty.setIsolationLevel(TransactionDefinition.ISOLATION_READ_UNCOMMITTED);
        var sql = "select count(*) from domain_event_entry where aggregate_identifier = ?";
        for (int i = 0; i < 200; i++) {
            Integer found = dirty.execute(_ -> database.queryForObject(sql, Integer.class, id));
            pause(Duration.ofMillis(i == 0 ? 0 : 20));
            if (found != null && found > 0) break;
        }
        pause(Duration.ofMillis(500));
    }

    private static <T> CompletableFuture<T> atOnce(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
    }

    private String row() {
        var name = fresh("row");
        database.update("insert into deadlock_test (name, times) values (?, 0)", name);
        return name;
    }

    private void add(String name) {
        database.update("update deadlock_test set times = times + 1 where name = ?", name);
    }

    private int times(String name) {
        var sql = "select times from deadlock_test where name = ?";
        return Objects.requireNonNull(database.queryForObject(sql, Integer.class, name));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
