package pujiang.law;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time limit for one question, after which an officer decides. A rule book takes microseconds. A draft may have
 * thousands of rules, and the caller's thread must return.
 *
 * @param nanoseconds a monotonic clock
 */
public record TimeLimit(Duration most, LongSupplier nanoseconds) {

    /** For a user at a terminal with rules of their own. */
    public static final TimeLimit NONE = new TimeLimit(Duration.ofNanos(Long.MAX_VALUE), () -> 0);

    public TimeLimit {
        if (!most.isPositive()) throw new IllegalArgumentException("a decision needs time: not " + most);
    }
}
