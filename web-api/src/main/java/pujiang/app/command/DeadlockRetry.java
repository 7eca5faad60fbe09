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
 * Retries transactions after a conflict. Of transactions that wait for each other, one is ended by the database or, for
 * the lock of an aggregate, by a timeout. Of two that decide on the same event, one comes second. That one is rolled
 * back, and is decided again on what is then committed. The caller does not notice.
 */
public final class DeadlockRetry {

    private static final int MOST_TRIES = 10;
    /** After this time there are no more retries, because the caller waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int LONGEST_PAUSE_MILLIS = 50;
    private static final int DEEPEST = 32;
    private static final Logger LOG = LoggerFactory.getLogger(DeadlockRetry.class);

    /** The conflict that rolled back a transaction. */
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

    /** Whether a retry may succeed, since only another transaction was in conflict. */
    public static boolean stoodInTheWay(Throwable failure) {
        return Cause.of(failure).isPresent();
    }

    /** Whether the database or another transaction was in conflict, which is not a defect of the action itself. */
    public static boolean isTheDatabase(Throwable failure) {
        return stoodInTheWay(failure)
                || Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .limit(DEEPEST)
                        .anyMatch(cause -> cause instanceof SQLException
                                || cause instanceof DataAccessException
                                || cause instanceof TransactionException);
    }

    /**
     * Retries after a conflict with another transaction. Within an outer transaction, its owner retries.
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

    /** A random pause, so that two retries do not collide again. False if the caller no longer waits. */
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
