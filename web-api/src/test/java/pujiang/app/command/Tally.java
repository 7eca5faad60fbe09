package pujiang.app.command;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.command.Saboteur.Way;

/** What came of all clashes: how many, in how many a transaction was undone, and what was told that is not so. */
final class Tally {

    private static final int MOST_TRIES = 5;

    private final TransactionTemplate snapshot;
    private final AtomicInteger done = new AtomicInteger();
    private final Map<Way, AtomicInteger> met = new EnumMap<>(Way.class);
    private final ConcurrentLinkedQueue<String> lies = new ConcurrentLinkedQueue<>();

    Tally(PlatformTransactionManager transactions) {
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        for (var way : Way.values()) met.put(way, new AtomicInteger());
    }

    /** @param meeting whether the saboteur had a transaction to undo */
    void count(Clash clash, Way way, boolean meeting) {
        lies.addAll(told(clash, way));
        done.incrementAndGet();
        if (meeting) Objects.requireNonNull(met.get(way)).incrementAndGet();
    }

    void failed(Throwable failure) {
        lies.add("the test itself: " + failure);
    }

    int done() {
        return done.get();
    }

    /** How many transactions were undone, in whatever way. */
    int undone() {
        return met.entrySet().stream()
                .filter(each -> each.getKey() != Way.IN_PEACE)
                .mapToInt(each -> each.getValue().get())
                .sum();
    }

    Map<Way, AtomicInteger> met() {
        return met;
    }

    List<String> lies() {
        return List.copyOf(lies);
    }

    /** In one snapshot: the clock's own job goes on meanwhile. */
    private List<String> told(Clash clash, Way way) {
        for (int tries = 1; ; tries++) {
            try {
                var found = new ArrayList<String>();
                snapshot.executeWithoutResult(_ -> found.addAll(clash.lies(way)));
                return found.stream().map(lie -> way + ": " + lie).toList();
            } catch (TransactionException | DataAccessException busy) {
                // None is free, or this one was killed for what had it before: the same is read once more.
                if (tries == MOST_TRIES) throw busy;
            }
        }
    }

    TransactionTemplate snapshot() {
        return snapshot;
    }
}
