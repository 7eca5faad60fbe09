package pujiang.web.wiring;

import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The right to write an aggregate of one type: one transaction of this process at a time has it, from the first command
 * until its commit or rollback. Axon would give it up with the unit of work, while the request's transaction is open and
 * may still be rolled back. Processes that share a database meet at the unique key of the events instead.
 *
 * <p>See docs/decisions/0060-only-what-is-committed-counts.md.
 */
final class TransactionLocks implements LockFactory {

    private static final int ATTEMPT_MILLIS = 10;

    /**
     * Three seconds, less than the database waits for its own locks: of two transactions of which one waits here and the
     * other one there, this one ends first. Threads that wait for each other here are found at once.
     */
    private static final int MOST_ATTEMPTS = 300;

    private final LockFactory threads = PessimisticLockFactory.builder()
            .lockAttemptTimeout(ATTEMPT_MILLIS)
            .acquireAttempts(MOST_ATTEMPTS)
            .build();

    /** @throws org.axonframework.common.lock.LockAcquisitionFailedException for whoever waits in vain */
    @Override
    public Lock obtainLock(String aggregate) {
        var lock = threads.obtainLock(aggregate);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return lock;
        TransactionSynchronizationManager.registerSynchronization(new UntilTheEnd(lock));
        return new Kept(lock);
    }

    /**
     * Whatever the end is: Spring calls this after a commit, a rollback, and a commit of which nobody knows. INVARIANT: each
     * is another, or Spring would keep one for several commands on one aggregate, which take its lock as often.
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

    /** What the unit of work gets, whose end is not the transaction's. */
    private record Kept(Lock lock) implements Lock {
        @Override
        public void release() {}

        @Override
        public boolean isHeld() {
            return lock.isHeld();
        }
    }
}
