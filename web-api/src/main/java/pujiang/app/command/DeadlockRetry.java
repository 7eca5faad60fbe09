package pujiang.app.command;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Of transactions that wait for each other one is ended, by the database or, where one of the locks is an aggregate's, by
 * the end of its patience; of two that decide on the same event one comes second. What that one did is undone, the other
 * goes on, and the same again is decided on what is then committed: nobody needs to hear of it.
 */
public final class DeadlockRetry {

    private static final int MOST_TRIES = 10;
    /** After which nothing is begun again: whoever asked waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int LONGEST_PAUSE_MILLIS = 50;
    private static final int DEEPEST = 32;
    private static final Logger LOG = LoggerFactory.getLogger(DeadlockRetry.class);

    /** Why a transaction came to nothing through no fault of its own. */
    private enum Cause {
        DEADLOCK("deadlock"),
        LOCK_WAIT("lock-wait"),
        CONFLICT("conflict");

        private final String tag;

        Cause(String tag) {
            this.tag = tag;
        }

        static Optional<Cause> of(Throwable failure) {
            return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                    .limit(DEEPEST)
                    .flatMap(cause -> Stream.ofNullable(named(cause)))
                    .findFirst();
        }

        private static @Nullable Cause named(Throwable failure) {
            return switch (failure) {
                case ConcurrencyException _, AggregateStreamCreationException _ -> CONFLICT;
                case LockAcquisitionFailedException _ -> LOCK_WAIT;
                // Of MySQL and MariaDB: ER_LOCK_DEADLOCK and ER_LOCK_WAIT_TIMEOUT.
                case SQLException sql when sql.getErrorCode() == 1213 -> DEADLOCK;
                case SQLException sql when sql.getErrorCode() == 1205 -> LOCK_WAIT;
                default -> null;
            };
        }
    }

    private final RandomGenerator random;
    private final MeterRegistry meters;

    public DeadlockRetry(RandomGenerator random, MeterRegistry meters) {
        this.random = random;
        this.meters = meters;
    }

    /** Whether the same again may well succeed, since only somebody else's transaction stood in its way. */
    public static boolean stoodInTheWay(Throwable failure) {
        return Cause.of(failure).isPresent();
    }

    /** Whether the database or another transaction stood in its way, which says nothing against what was to be done. */
    public static boolean isTheDatabase(Throwable failure) {
        return stoodInTheWay(failure)
                || Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .limit(DEEPEST)
                        .anyMatch(cause -> cause instanceof SQLException
                                || cause instanceof DataAccessException
                                || cause instanceof TransactionException);
    }

    /**
     * Does it again where somebody else's transaction stood in its way; within another transaction that is for who began
     * the other one.
     *
     * @param transaction all of one transaction, with no effect outside of it
     */
    public <T extends @Nullable Object> T run(Supplier<T> transaction) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return transaction.get();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var rights = new WantedRights(deadline);
        for (int tries = 1; ; tries++) {
            try {
                return rights.having(transaction);
            } catch (RuntimeException failure) {
                var cause = Cause.of(failure).orElseThrow(() -> failure);
                count(cause);
                if (tries == MOST_TRIES || System.nanoTime() - deadline > 0) throw givenUp(failure);
                // An aggregate is waited for in turn, before a connection is taken: no need for chance, nor for a line.
                if (rights.want(failure)) continue;
                if (!paused(tries)) throw failure;
                LOG.info("Transaction rolled back by a {}, retried: {}", cause.tag, failure.getMessage());
            }
        }
    }

    private void count(Cause cause) {
        meters.counter("pujiang.transactions.undone", "cause", cause.tag).increment();
    }

    private static RuntimeException givenUp(RuntimeException failure) {
        return new TransientDataAccessResourceException("others stood in the way each time", failure);
    }

    /** By chance, so that two do not meet again; false if nobody waits for it any more. */
    private boolean paused(int tries) {
        try {
            Thread.sleep(random.nextInt(1, LONGEST_PAUSE_MILLIS * tries));
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
