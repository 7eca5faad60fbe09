package pujiang.app.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job of this process as it stands.
 *
 * @param pauseSeconds between two runs
 * @param began when its last run did; null before the first
 * @param ended when its last whole run did; null before the first
 * @param tookMillis how long its last whole run took
 * @param failures runs in a row that failed
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
        /** What is due has waited for too long. */
        LATE;

        /** Whether the operator must look. */
        public boolean calls() {
            return this != IDLE && this != RUNNING;
        }
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
