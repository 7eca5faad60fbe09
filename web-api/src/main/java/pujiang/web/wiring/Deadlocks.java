package pujiang.web.wiring;

import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Of transactions that wait for each other the database ends one. What that one did is undone, the others go on, and the
 * same again nearly always succeeds: nobody needs to hear of it. Who waited in vain for a lock is told so, since whoever
 * holds it still does.
 */
public final class Deadlocks {

    /** Of MySQL and MariaDB: ER_LOCK_DEADLOCK. */
    private static final int FOUND = 1213;

    private static final int MOST_TRIES = 3;
    private static final int LONGEST_PAUSE_MILLIS = 50;
    private static final int DEEPEST = 32;
    private static final Logger LOG = LoggerFactory.getLogger(Deadlocks.class);

    private final RandomGenerator random;

    Deadlocks(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Does it again where a deadlock undid it; within another transaction that is for who began the other one.
     *
     * @param transaction all of one transaction, with no effect outside of it
     */
    public <T extends @Nullable Object> T outlived(Supplier<T> transaction) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return transaction.get();
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            try {
                return transaction.get();
            } catch (RuntimeException failure) {
                if (!isDeadlock(failure) || !paused()) throw failure;
                LOG.info("Undone by a deadlock, and done again: {}", failure.getMessage());
            }
        }
        return transaction.get();
    }

    private static boolean isDeadlock(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == FOUND) return true;
            cause = cause.getCause();
        }
        return false;
    }

    /** By chance, so that two do not meet again; false if nobody waits for it any more. */
    private boolean paused() {
        try {
            Thread.sleep(random.nextInt(1, LONGEST_PAUSE_MILLIS));
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
