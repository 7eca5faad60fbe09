package pujiang.app.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be done, and is tried again.
 *
 * @param job the job, or the follower
 * @param item what it could not do; for a follower, whose events
 * @param attempts how often it has failed; 0 where only other transactions stood in its way
 * @param since when it failed first
 */
public record Retry(String job, String item, int attempts, Instant since, Instant nextAttempt, String cause) {

    static final int LONGEST_CAUSE = 1_000;

    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    /** Twice as long each time, up to an hour. */
    static Duration delay(int attempts) {
        var doublings = Math.clamp(attempts - 1L, 0, 20);
        var delay = FIRST_DELAY.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }

    /** The innermost cause in one line: what is around it is the same for every failure. */
    public static String told(Throwable failure) {
        var innermost = innermost(failure);
        var text = innermost.getClass().getSimpleName() + ": " + plain(innermost.getMessage());
        var length = Math.min(text.length(), text.offsetByCodePoints(0, Math.min(LONGEST_CAUSE, points(text))));
        return text.substring(0, length);
    }

    /** A place in the list, the longest failing first. */
    public record Place(Instant since, String job, String item) {

        public static List<String> of(Retry retry) {
            return List.of(retry.since().toString(), retry.job(), retry.item());
        }

        public static Place of(List<String> parts) {
            return new Place(Instant.parse(parts.get(0)), parts.get(1), parts.get(2));
        }
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String plain(@Nullable String message) {
        return message == null ? "" : message.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static Throwable innermost(Throwable failure) {
        var found = failure;
        for (int depth = 0; depth < 32; depth++) {
            var cause = found.getCause();
            if (cause == null) break;
            found = cause;
        }
        return found;
    }
}
