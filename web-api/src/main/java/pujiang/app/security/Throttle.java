package pujiang.app.security;

import java.time.Duration;
import java.time.Instant;

/**
 * The limit on the rate of guesses: some failures are free, and after each further one the wait doubles. There is never
 * a lock: the user gets in after the wait.
 *
 * @param free failures before the first wait
 * @param longest wait
 */
public record Throttle(int free, Duration longest) {

    /** One place that guesses at one name. */
    public static final Throttle NAME_FROM_SOURCE = new Throttle(5, Duration.ofMinutes(15));

    /** All places without a sign-in under that name, together: many that guess a little each. */
    static final Throttle NAME_FROM_STRANGERS = new Throttle(20, Duration.ofMinutes(15));

    /** One place that guesses at many names. People who share an address share this, until they have signed in once. */
    public static final Throttle SOURCE = new Throttle(200, Duration.ofMinutes(1));

    /** Failures as long ago as that count no more. */
    static final Duration REMEMBERED = Duration.ofDays(1);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLED = 20;

    /**
     * The stored counts.
     *
     * @param failures including the guesses in progress
     * @param next before which no guess is checked
     */
    public record Count(int failures, Instant last, Instant next) {

        static final Count NONE = new Count(0, Instant.EPOCH, Instant.EPOCH);
    }

    /** The time at which a guess made now is checked. */
    Instant turn(Count count, Instant now) {
        return count.next().isAfter(now) ? count.next() : now;
    }

    /** With one guess more, which is looked at then. */
    public Count after(Count count, Instant then, Instant now) {
        var failures = 1 + (count.last().isBefore(now.minus(REMEMBERED)) ? 0 : count.failures());
        return new Count(failures, now, then.plus(pause(failures)));
    }

    public Duration pause(int failures) {
        if (failures <= free) return Duration.ZERO;
        var doubled = FIRST.multipliedBy(1L << Math.min(failures - free - 1, MOST_DOUBLED));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
