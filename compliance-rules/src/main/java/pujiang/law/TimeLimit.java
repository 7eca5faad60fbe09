package pujiang.law;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long the law may think about one question before an officer has to. A book decides in microseconds; a draft may hold
 * thousands of rules, and the thread of whoever asks must come back.
 *
 * @param nanoseconds a clock that only counts, and is never set
 */
public record TimeLimit(Duration most, LongSupplier nanoseconds) {

    /** For whoever waits at a terminal for rules of its own. */
    public static final TimeLimit NONE = new TimeLimit(Duration.ofNanos(Long.MAX_VALUE), () -> 0);

    public TimeLimit {
        if (!most.isPositive()) throw new IllegalArgumentException("a decision needs time: not " + most);
    }
}
