package pujiang.app.idempotency;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.command.DeadlockRetry;
import pujiang.app.request.RequestRefusal.KeyReused;
import pujiang.app.request.RequestRefusal.StillRunning;
import pujiang.refusal.Refused;

/**
 * Runs an action and records its answer in one transaction, at the price of one insert and no read: the action goes
 * first, and the primary key of the record shows at the end whether it was the first. A second attempt is rolled back
 * before its effects are visible. See docs/decisions for the reasons.
 */
@Component
public final class Idempotency {

    private final IdempotencyBoard board;
    private final TransactionTemplate transaction;
    private final DeadlockRetry deadlockRetry;
    private final Clock clock;
    /** Claims being worked on in this process; those of other processes meet at the primary key. */
    private final ConcurrentHashMap<Claim.Id, String> running = new ConcurrentHashMap<>();

    Idempotency(
            IdempotencyBoard board, PlatformTransactionManager transactions, DeadlockRetry deadlockRetry, Clock clock) {
        this.board = board;
        this.deadlockRetry = deadlockRetry;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    public StoredAnswer once(Claim claim, Supplier<StoredAnswer> action) {
        var other = running.putIfAbsent(claim.id(), claim.fingerprint());
        if (other != null) throw new Refused(other.equals(claim.fingerprint()) ? new StillRunning() : new KeyReused());
        try {
            return attempt(claim, action);
        } finally {
            running.remove(claim.id());
        }
    }

    private StoredAnswer attempt(Claim claim, Supplier<StoredAnswer> action) {
        try {
            return deadlockRetry.run(() -> first(claim, action));
        } catch (RuntimeException failure) {
            // Answered before: then the action fails now, in its own way or at the key.
            return earlier(claim, failure).orElseThrow(() -> failure);
        }
    }

    private StoredAnswer first(Claim claim, Supplier<StoredAnswer> action) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var storedAnswer = action.get();
            board.insert(claim, storedAnswer, clock.instant());
            return storedAnswer;
        }));
    }

    private Optional<StoredAnswer> earlier(Claim claim, RuntimeException failure) {
        try {
            var row = board.find(claim);
            if (row.filter(found -> !found.fingerprint().equals(claim.fingerprint()))
                    .isPresent()) {
                throw new Refused(new KeyReused());
            }
            return row.map(IdempotencyBoard.Row::answer);
        } catch (DataAccessException unreadable) {
            failure.addSuppressed(unreadable);
            return Optional.empty();
        }
    }
}
