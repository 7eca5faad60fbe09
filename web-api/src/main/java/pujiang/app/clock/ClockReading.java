package pujiang.app.clock;

import java.time.Duration;
import java.time.Instant;

/** The clock and the machine's uptime at one moment. */
record ClockReading(Instant wall, Duration uptime) {

    /** By how much the clock has gone ahead of the uptime since; negative if it fell behind. */
    Duration driftSince(ClockReading earlier) {
        return Duration.between(earlier.wall(), wall).minus(uptime.minus(earlier.uptime()));
    }
}
