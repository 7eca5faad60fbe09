package pujiang.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Clients side by side, each at its next trade as soon as the last is done, until the time is over. */
final class Rush {

    private Rush() {}

    /** Plays one trade; what is thrown ends the benchmark. */
    interface Play {
        void once() throws Exception;
    }

    /** @return how many trades were played, and how long it took */
    static Result run(String what, int clients, Duration time, IntFunction<Play> play) throws InterruptedException {
        long began = System.nanoTime();
        long end = began + time.toNanos();
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var counts = new ArrayList<Future<Integer>>();
            for (int i = 0; i < clients; i++) {
                var mine = play.apply(i);
                counts.add(threads.submit(() -> until(end, mine)));
            }
            var result = new Result(total(counts), Duration.ofNanos(System.nanoTime() - began));
            Report.progress("%s: %.0f trades/s over %d s".formatted(what, result.rate(), time.toSeconds()));
            return result;
        }
    }

    /** Several runs add up. */
    record Result(long trades, Duration time) {

        static final Result NONE = new Result(0, Duration.ZERO);

        Result plus(Result other) {
            return new Result(trades + other.trades, time.plus(other.time));
        }

        double rate() {
            return trades / (time.toNanos() / 1e9);
        }
    }

    private static int until(long end, Play play) throws Exception {
        int count = 0;
        for (; System.nanoTime() < end; count++) play.once();
        return count;
    }

    private static int total(List<Future<Integer>> counts) throws InterruptedException {
        int total = 0;
        try {
            for (var count : counts) total += count.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed: " + e.getCause(), e.getCause());
        }
        return total;
    }
}
