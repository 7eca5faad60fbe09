package pujiang.law;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Compiles rule books one at a time in a separate thread, because compiling cannot be interrupted. A caller can stop
 * waiting; the compilation then finishes without it. A rule book that never finishes blocks other compilations, but no
 * decisions.
 */
final class Compiler {

    /** A rule book takes seconds. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int WAITING = 16;
    private static final int IDLE_SECONDS = 10;

    private static final Executor ONE = new ThreadPoolExecutor(
            0, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), Compiler::thread);

    private Compiler() {}

    private static Thread thread(Runnable work) {
        var thread = Thread.ofPlatform().name("law-compiler").daemon().unstarted(work);
        // The first caller's class loader may not see into a packaged program.
        thread.setContextClassLoader(Compiler.class.getClassLoader());
        return thread;
    }

    /** A rule book that is being compiled or waits in the queue. */
    static final class Work<T> {

        private final CompletableFuture<T> result = new CompletableFuture<>();

        private Work(Supplier<T> compilation) {
            try {
                ONE.execute(() -> complete(compilation));
            } catch (RejectedExecutionException _) {
                result.completeExceptionally(busy(PATIENCE));
            }
        }

        private void complete(Supplier<T> compilation) {
            try {
                result.complete(compilation.get());
            } catch (RuntimeException | Error failure) {
                result.completeExceptionally(failure);
            }
        }

        boolean isDone() {
            return result.isDone();
        }

        boolean hasFailed() {
            return result.isCompletedExceptionally();
        }

        /** @throws LawTimeout if it is not done by then; it continues all the same */
        T within(Duration most) {
            try {
                return result.get(most.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                throw new LawTimeout("the rule book is not compiled", most);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) throw failure;
                throw new IllegalStateException("the rule book cannot be compiled", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for a rule book", e);
            }
        }

        private static LawTimeout busy(Duration most) {
            return new LawTimeout("the compiler is busy with other books and does not begin with this one", most);
        }
    }

    static <T> Work<T> begin(Supplier<T> compilation) {
        return new Work<>(compilation);
    }
}
