package pujiang.app.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a job of this process.
 *
 * @param pauseSeconds between two runs
 * @param began start of its last run; null before the first
 * @param ended end of its last complete run; null before the first
 * @param tookMillis duration of its last complete run
 * @param failures failed runs in a row
 * @param failure of the last run; null if that ended well
 * @param lagSeconds for how long the oldest item that is due has waited; null if that cannot be read
 */
public record JobView(
        String name,
        State state,
        double pauseSeconds,
        @Nullable Instant began,
        @Nullable Instant ended,
        @Nullable Long tookMillis,
        int failures,
        @Nullable String failure,
        @Nullable Double lagSeconds) {

    public enum State {
        IDLE,
        RUNNING,
        /** Runs for longer than it should. */
        OVERLONG,
        /** Its last runs failed. */
        FAILING,
        /** A due item has waited for too long. */
        LATE;

        /** Whether the operator must act. */
        public boolean calls() {
            return this != IDLE && this != RUNNING;
        }
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
