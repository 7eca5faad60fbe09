package pujiang.app.share;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A few separate threads for expensive work, so that the other threads remain free. Each piece of work belongs to a
 * user, and users take turns: however much work one has, another waits for one piece of it. Within one process; each
 * process of the same exchange has its own.
 */
public final class FairExecutor implements AutoCloseable {

    private final int workers;
    private final Bounds bounds;

    /** In the order of their next turns. Only users with a waiting piece are in it. */
    private final Map<String, Queue<Piece>> waiting = new LinkedHashMap<>();

    private final Map<String, Integer> running = new HashMap<>();
    private int waitingInAll;
    private boolean closed;

    /**
     * Limits of the queue.
     *
     * @param each pieces for one
     * @param all pieces for all
     * @param longest until a piece is begun
     */
    public record Bounds(int each, int all, Duration longest) {}

    private record Piece(String whose, FutureTask<?> work, CountDownLatch begun) {}

    /** @param name of the threads */
    public FairExecutor(String name, int workers, Bounds bounds) {
        this.workers = workers;
        this.bounds = bounds;
        for (int i = 1; i <= workers; i++) {
            Thread.ofPlatform().daemon().name(name + "-" + i).start(this::work);
        }
    }

    /**
     * Does the work when its turn comes.
     *
     * @param whose the user of the work
     * @return empty if it did not come in time: then the work was not done
     */
    public <T> Optional<T> turn(String whose, Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        var piece = new Piece(whose, task, new CountDownLatch(1));
        if (!add(piece)) return Optional.empty();
        try {
            var inTime = piece.begun().await(bounds.longest().toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime && withdraw(piece)) return Optional.empty();
            return Optional.of(task.get());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            withdraw(piece);
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException runtime) throw runtime;
            if (failed.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(failed.getCause());
        }
    }

    private synchronized boolean add(Piece piece) {
        var own = waiting.get(piece.whose());
        if (closed || waitingInAll >= bounds.all() || (own != null && own.size() >= bounds.each())) return false;
        waiting.computeIfAbsent(piece.whose(), _ -> new ArrayDeque<>()).add(piece);
        waitingInAll++;
        notifyAll();
        return true;
    }

    /** Whether it had not been begun. */
    private synchronized boolean withdraw(Piece piece) {
        var own = waiting.get(piece.whose());
        if (own == null || !own.remove(piece)) return false;
        if (own.isEmpty()) waiting.remove(piece.whose());
        waitingInAll--;
        return true;
    }

    private void work() {
        for (var piece = next(); piece.isPresent(); piece = next()) {
            var begun = piece.get();
            begun.begun().countDown();
            begun.work().run();
            done(begun);
        }
    }

    private synchronized Optional<Piece> next() {
        while (!closed) {
            var turn = waiting.keySet().stream().filter(this::mayRun).findFirst();
            if (turn.isPresent()) return Optional.of(begin(turn.get()));
            try {
                wait();
            } catch (InterruptedException _) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** One place is always left to others, where there are several. */
    private boolean mayRun(String whose) {
        return running.getOrDefault(whose, 0) < Math.max(1, workers - 1);
    }

    private Piece begin(String whose) {
        var own = Objects.requireNonNull(waiting.remove(whose));
        var piece = own.remove();
        if (!own.isEmpty()) waiting.put(whose, own);
        waitingInAll--;
        running.merge(whose, 1, Integer::sum);
        return piece;
    }

    private synchronized void done(Piece piece) {
        running.computeIfPresent(piece.whose(), (_, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    synchronized int waiting() {
        return waitingInAll;
    }

    /** Ends the threads; what waits finds no turn. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
