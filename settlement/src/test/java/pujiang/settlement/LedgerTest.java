package pujiang.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pujiang.settlement.RealDatabase.fresh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import pujiang.participant.ParticipantId;
import pujiang.settlement.Transfer.Kind;

/** The books on a real server, with real threads: no interleaving makes or loses a fen. */
class LedgerTest {

    private static final Instant AT = Instant.parse("2026-11-23T00:00:00Z");
    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    private final RealDatabase database = RealDatabase.started();
    private final Ledger ledger = new Ledger(database.bound());

    @Test
    void theSameTransferAgainMovesNothingAndAnotherUnderItsIdIsADefect() {
        var delta = new ParticipantId(fresh("ledger-once"));
        var deposit = deposit(fresh("ledger-once"), delta, 100);

        assertThat(record(deposit)).isTrue();
        assertThat(record(deposit)).isTrue();
        assertThat(available(delta)).isEqualTo(yuan(100));
        assertThatThrownBy(() -> record(deposit(deposit.id(), delta, 101)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(deposit.id() + " contradicts what is recorded");
        assertThat(available(delta)).isEqualTo(yuan(100));
        assertThat(ledger.outOfStep()).isEmpty();
    }

    /** The account is empty because of this very transfer, which is no ground to call it uncovered. */
    @Test
    void whatEmptiedAnAccountIsASuccessWhenItIsAskedForAgain() {
        var delta = new ParticipantId(fresh("ledger-empty"));
        record(deposit(fresh("ledger-empty"), delta, 100));
        var withdrawal = withdrawal(fresh("ledger-empty"), delta, 100);

        assertThat(record(withdrawal)).isTrue();
        assertThat(record(withdrawal)).isTrue();
        assertThat(record(withdrawal(fresh("ledger-empty"), delta, 1))).isFalse();
        assertThat(available(delta)).isEqualTo(yuan(0));
    }

    @Test
    void transfersThatAreRecordedTogetherAreAllOrNothing() {
        var delta = new ParticipantId(fresh("ledger-together"));
        record(deposit(fresh("ledger-together"), delta, 100));
        var first = withdrawal(fresh("ledger-together"), delta, 60);
        var second = withdrawal(fresh("ledger-together"), delta, 60);

        assertThat(record(first, second)).isFalse();
        assertThat(ledger.find(first.id())).isEmpty();
        assertThat(available(delta)).isEqualTo(yuan(100));
        assertThat(ledger.outOfStep()).isEmpty();
    }

    @Test
    void anAccountNeverFallsBelowZeroWhoeverComesAtTheSameMoment() throws Exception {
        for (int round = 0; round < 10; round++) {
            var delta = new ParticipantId(fresh("ledger-limit"));
            record(deposit(fresh("ledger-limit"), delta, 100));

            var taken = atOnce(6, i -> record(withdrawal(fresh("ledger-limit"), delta, 30)));

            assertThat(taken).as("round %d", round).filteredOn(each -> each).hasSize(3);
            assertThat(available(delta)).isEqualTo(yuan(10));
        }
        assertThat(ledger.outOfStep()).isEmpty();
    }

    @Test
    void whatWasEarnedIsSweptOnceWhoeverComesAtTheSameMoment() throws Exception {
        for (int round = 0; round < 10; round++) {
            var vendor = new ParticipantId(fresh("ledger-sweep"));
            var pay = fresh("ledger-sweep");
            record(new Transfer(pay, Account.BANK, Account.earned(vendor), yuan(70), Kind.DEPOSIT, null, pay, AT));

            atOnce(
                    4,
                    i -> database.within(() -> {
                        ledger.balance(Account.earned(vendor));
                        ledger.sweep(fresh("ledger-sweep"), vendor, Account.LARGEST, AT);
                        return true;
                    }));

            assertThat(available(vendor)).as("round %d", round).isEqualTo(yuan(70));
            assertThat(ledger.balance(Account.earned(vendor))).isEqualTo(yuan(0));
        }
        assertThat(ledger.outOfStep()).isEmpty();
    }

    /** Locks are taken in whatever order chance will have: who is chosen as a deadlock's victim has moved nothing. */
    @Test
    void moneyIsConservedUnderAnyTransfers() throws Exception {
        long seed = System.nanoTime();
        var people = IntStream.range(0, 5)
                .mapToObj(_ -> new ParticipantId(fresh("ledger-chance")))
                .toList();
        for (var person : people) record(deposit(fresh("ledger-chance"), person, 100));

        atOnce(6, thread -> {
            var random = new Random(seed + thread);
            for (int i = 0; i < 60; i++) attempt(random, people);
            return true;
        });

        assertThat(people.stream().map(this::available).reduce(yuan(0), Money::plus))
                .as("seed %d", seed)
                .isEqualTo(yuan(500));
        assertThat(people).as("seed %d", seed).noneMatch(person -> available(person)
                .isNegative());
        assertThat(ledger.outOfStep()).as("seed %d", seed).isEmpty();
        assertThat(ledger.trialBalance().values().stream().reduce(yuan(0), Money::plus))
                .as("seed %d", seed)
                .isEqualTo(yuan(0));
    }

    private void attempt(Random random, List<ParticipantId> people) {
        var from = people.get(random.nextInt(people.size()));
        var to = people.get(random.nextInt(people.size()));
        if (from.equals(to)) return;
        var transfer = new Transfer(
                fresh("ledger-chance"),
                Account.available(from),
                Account.available(to),
                yuan(1 + random.nextInt(80)),
                Kind.SWEEP,
                null,
                "chance",
                AT);
        try {
            record(transfer);
        } catch (RuntimeException victim) {
            assertThat(victim).hasStackTraceContaining("Deadlock found");
        }
    }

    /** Runs all at the same moment, and fails if one does. */
    private static <T> List<T> atOnce(int threads, Numbered<T> work) throws Exception {
        var gate = new CyclicBarrier(threads);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(() -> {
                        gate.await(10, TimeUnit.SECONDS);
                        return work.run(i);
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var each : running) results.add(each.get(60, TimeUnit.SECONDS));
            return results;
        }
    }

    private interface Numbered<T> {
        T run(int number) throws Exception;
    }

    private boolean record(Transfer... transfers) {
        return database.within(() -> ledger.record(transfers));
    }

    private Money available(ParticipantId participant) {
        return ledger.balance(Account.available(participant));
    }

    private static Transfer deposit(String id, ParticipantId to, long amount) {
        return new Transfer(id, Account.BANK, Account.available(to), yuan(amount), Kind.DEPOSIT, null, id, AT);
    }

    private static Transfer withdrawal(String id, ParticipantId from, long amount) {
        return new Transfer(id, Account.available(from), Account.BANK, yuan(amount), Kind.WITHDRAWAL, null, id, AT);
    }

    private static Money yuan(long amount) {
        return Money.ofMajor(YUAN, amount);
    }
}
