package pujiang.app.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.common.lock.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Rights that a transaction could not have at once, so that it was rolled back. It takes all of them before it begins
 * again: it then waits without a connection, and others have those of the pool.
 */
public final class WantedRights {

    private static final int DEEPEST = 32;

    /** Whether the transaction of this thread is retried after {@link AggregateTaken}. */
    private static final ScopedValue<Boolean> BEGUN_AGAIN = ScopedValue.newInstance();

    private final long deadline;
    private final TreeSet<WriteRight> wanted = new TreeSet<>();

    /** @param deadline on the clock of {@link System#nanoTime}, until when it waits for them */
    public WantedRights(long deadline) {
        this.deadline = deadline;
    }

    static boolean canBeWaitedFor() {
        return BEGUN_AGAIN.isBound();
    }

    /** Whether that right was missing, and will be taken before the next try. */
    public boolean want(RuntimeException failure) {
        var taken = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(AggregateTaken.class::isInstance)
                .map(AggregateTaken.class::cast)
                .findFirst();
        return taken.isPresent() && wanted.add(taken.get().right());
    }

    /**
     * Does it with all that is wanted.
     *
     * @throws org.axonframework.common.lock.LockAcquisitionFailedException if it cannot be had in time
     */
    public <T extends @Nullable Object> T having(Supplier<T> transaction) {
        var held = new ArrayDeque<Lock>();
        try {
            for (var right : wanted) held.push(right.locks().waited(right.aggregate(), deadline));
            return ScopedValue.where(BEGUN_AGAIN, true).call(transaction::get);
        } finally {
            releaseAll(held);
        }
    }

    private static void releaseAll(Deque<Lock> held) {
        while (!held.isEmpty()) held.pop().release();
    }
}
