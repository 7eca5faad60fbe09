package pujiang.app.command;

import java.time.Duration;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The right to write an aggregate of one type: one transaction of this process at a time has it, from the first command
 * until its commit or rollback. Axon would give it up with the unit of work, while the request's transaction is open and
 * may still be rolled back. Processes that share a database meet at the unique key of the events instead.
 *
 * <p>See docs/decisions/0060-only-what-is-committed-counts.md and 0079-who-waits-for-an-aggregate-holds-no-connection.md.
 */
public final class TransactionLocks implements LockFactory {

    private static final int ATTEMPT_MILLIS = 10;

    /** As Axon counts them: one at once, and one of {@link #ATTEMPT_MILLIS}. */
    private static final int ATTEMPTS = 3;

    /**
     * Less than the database waits for its own locks: of two transactions of which one waits here and the other one there,
     * this one ends first. Threads that wait for each other here are found at once.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LockFactory threads = PessimisticLockFactory.builder()
            .lockAttemptTimeout(ATTEMPT_MILLIS)
            .acquireAttempts(ATTEMPTS)
            .build();

    private final String type;

    /** @param type of the aggregates, as their events are stored */
    public TransactionLocks(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    /**
     * @throws AggregateTaken if the caller can begin again and would wait with a connection
     * @throws LockAcquisitionFailedException after the timeout
     */
    @Override
    public Lock obtainLock(String aggregate) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return waited(aggregate, soon());
        var lock = WantedRights.canBeWaitedFor() ? atOnce(aggregate) : waited(aggregate, soon());
        TransactionSynchronizationManager.registerSynchronization(new UntilTheEnd(lock));
        return new Kept(lock);
    }

    private static long soon() {
        return System.nanoTime() + PATIENCE.toNanos();
    }

    private Lock atOnce(String aggregate) {
        try {
            return threads.obtainLock(aggregate);
        } catch (LockAcquisitionFailedException _) {
            // A circle of threads as well: who begins again has both of what it wanted in their order.
            throw new AggregateTaken(new WriteRight(this, aggregate));
        }
    }

    /**
     * Held until it is released, by this thread; with a transaction of this thread or before one.
     *
     * @param deadline on the clock of {@link System#nanoTime}
     */
    Lock waited(String aggregate, long deadline) {
        while (true) {
            try {
                return threads.obtainLock(aggregate);
            } catch (DeadlockException circle) {
                throw circle;
            } catch (LockAcquisitionFailedException vain) {
                if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) throw vain;
            }
        }
    }

    /**
     * Spring calls this after a commit, a rollback, and a commit of unknown result. INVARIANT: each is a new instance,
     * or Spring would keep one for several commands on one aggregate, each of which takes its lock.
     */
    private static final class UntilTheEnd implements TransactionSynchronization {

        private final Lock lock;

        UntilTheEnd(Lock lock) {
            this.lock = lock;
        }

        @Override
        public void afterCompletion(int status) {
            lock.release();
        }
    }

    /** The lock of the unit of work, whose end is not the transaction's. */
    private record Kept(Lock lock) implements Lock {
        @Override
        public void release() {}

        @Override
        public boolean isHeld() {
            return lock.isHeld();
        }
    }
}
