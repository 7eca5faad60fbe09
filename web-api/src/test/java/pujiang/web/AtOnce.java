package pujiang.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Things that are done at the same moment, for tests. */
public final class AtOnce {

    private AtOnce() {}

    /** What came of each, in their order. */
    public static <T> List<T> all(List<Callable<T>> calls) throws Exception {
        var gate = new CyclicBarrier(calls.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        gate.await(10, TimeUnit.SECONDS);
                        return call.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var each : running) results.add(each.get(60, TimeUnit.SECONDS));
            return results;
        }
    }
}
