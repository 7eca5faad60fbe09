package pujiang.app.trial;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pujiang.law.LawTimeout;

/**
 * The process of the last tried draft, kept for its replay or for readers of its report. Ended when unused, or when
 * others need room.
 */
final class KeptTrial {

    private static final Duration IDLE = Duration.ofMinutes(5);

    private final ScheduledExecutorService clock;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable Trial trial;
    private @Nullable ScheduledFuture<?> end;

    KeptTrial(ScheduledExecutorService clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /** Instead of the one before. */
    void put(Trial next) {
        turn.lock();
        try {
            endNow();
            trial = next;
            endLater();
        } finally {
            turn.unlock();
        }
    }

    /** The kept process, if it has that book and is idle. It is no longer kept, and the caller closes it. */
    Optional<Trial> take(String digest) {
        if (!turn.tryLock()) return Optional.empty();
        try {
            if (!has(digest)) return Optional.empty();
            var taken = Optional.ofNullable(trial);
            trial = null;
            return taken;
        } finally {
            turn.unlock();
        }
    }

    /**
     * Evaluates in the kept process if it has that book, and else in a fresh one.
     *
     * @throws LawTimeout if others use it for too long
     */
    <T> T use(String digest, Supplier<Trial> fresh, Function<Trial, T> question) {
        if (!hasTurn()) throw new LawTimeout("others are being told of drafts", patience);
        try {
            if (!has(digest)) {
                endNow();
                trial = fresh.get();
            }
            return question.apply(Objects.requireNonNull(trial));
        } finally {
            endLater();
            turn.unlock();
        }
    }

    /** Unless it is in use. */
    void endIfIdle() {
        if (!turn.tryLock()) return;
        try {
            endNow();
        } finally {
            turn.unlock();
        }
    }

    private boolean has(String digest) {
        return trial != null && trial.isAlive() && trial.digest().equals(digest);
    }

    private boolean hasTurn() {
        try {
            return turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void endLater() {
        if (end != null) end.cancel(false);
        end = clock.schedule(this::endIfIdle, IDLE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void endNow() {
        if (trial != null) trial.close();
        trial = null;
    }
}
