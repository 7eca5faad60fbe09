package pujiang.web.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many lines a minute may be written of one kind, and of one kind by one source. What is left out is counted, and told
 * once the minute is over. It holds no more than the kinds of a minute, and of each the few sources that were written.
 */
final class LineAllowance {

    private static final long MINUTE = Duration.ofMinutes(1).toSeconds();

    private final int bySource;
    private final int inAll;
    private final Map<String, Tally> minute = new HashMap<>();
    private long begun = Long.MIN_VALUE;

    /**
     * @param bySource lines of one kind from one source
     * @param inAll lines of one kind from all sources together
     */
    LineAllowance(int bySource, int inAll) {
        this.bySource = bySource;
        this.inAll = inAll;
    }

    /**
     * What to do with a line.
     *
     * @param written whether it may be written
     * @param leftOut how many of each kind were not written in the minute that is over; told this once
     */
    record Answer(boolean written, Map<String, Long> leftOut) {}

    synchronized Answer ask(String kind, String source, Instant now) {
        var leftOut = turn(Math.floorDiv(now.getEpochSecond(), MINUTE));
        return new Answer(minute.computeIfAbsent(kind, _ -> new Tally()).take(source), leftOut);
    }

    /** What was left out and has not been told yet; for whoever ends. */
    synchronized Map<String, Long> rest() {
        return turn(Long.MIN_VALUE);
    }

    /** A clock that is set back begins another minute as well. */
    private Map<String, Long> turn(long now) {
        if (now == begun) return Map.of();
        begun = now;
        var leftOut = new TreeMap<String, Long>();
        minute.forEach((kind, tally) -> {
            if (tally.leftOut > 0) leftOut.put(kind, tally.leftOut);
        });
        minute.clear();
        return leftOut;
    }

    private final class Tally {

        private final Map<String, Integer> sources = new HashMap<>();
        private int written;
        private long leftOut;

        private boolean take(String source) {
            if (written == inAll || sources.getOrDefault(source, 0) == bySource) {
                leftOut++;
                return false;
            }
            written++;
            sources.merge(source, 1, Integer::sum);
            return true;
        }
    }
}
