package pujiang.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import pujiang.bench.Trader.Step;

/** How long each request took, as its client saw it. One client writes; every value is kept, so percentiles are exact. */
final class Latencies {

    private final Map<Step, long[]> nanoseconds = new EnumMap<>(Step.class);
    private final Map<Step, Integer> counts = new EnumMap<>(Step.class);

    /** @return now, from which the next step counts */
    long add(Step step, long began) {
        long now = System.nanoTime();
        int count = counts.merge(step, 1, Integer::sum);
        var values = nanoseconds.computeIfAbsent(step, _ -> new long[1 << 12]);
        if (count > values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
            nanoseconds.put(step, values);
        }
        values[count - 1] = now - began;
        return now;
    }

    int wholeTrades() {
        return counts.getOrDefault(Step.ACCEPTANCE, 0);
    }

    /** In milliseconds, over all clients. */
    static double percentile(List<Latencies> clients, Step step, double share) {
        var all = clients.stream()
                .flatMapToLong(client -> client.of(step))
                .sorted()
                .toArray();
        return all.length == 0 ? Double.NaN : all[(int) Math.ceil(share * all.length) - 1] / 1e6;
    }

    private LongStream of(Step step) {
        return Arrays.stream(nanoseconds.getOrDefault(step, new long[0])).limit(counts.getOrDefault(step, 0));
    }
}
