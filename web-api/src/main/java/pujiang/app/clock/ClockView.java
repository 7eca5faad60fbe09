package pujiang.app.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The trust in the clock of the process that answers.
 *
 * @param believed whether time alone may end anything
 * @param wall time of the clock
 * @param ahead seconds by which it is ahead of the database's; null before the first comparison
 * @param doubt jumped, database-differs, went-back or long-absence; null while the clock is trusted
 * @param by seconds between the two clocks that were compared
 * @param since when it has been doubted, by the clock itself
 * @param tolerance seconds
 */
public record ClockView(
        boolean believed,
        Instant wall,
        @Nullable Double ahead,
        @Nullable String doubt,
        @Nullable Double by,
        @Nullable Instant since,
        double tolerance) {}
