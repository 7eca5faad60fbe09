package pujiang.app.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the clock of the process that answers is believed.
 *
 * @param believed whether time alone may end anything
 * @param wall what the clock says
 * @param ahead seconds by which it is ahead of the database's; null before it was asked
 * @param doubt why it is not believed: jumped, database-differs, went-back or long-absence; null while it is
 * @param by seconds by which the two clocks differed that were compared
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
