package pujiang.app.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Work that the exchange repeats by itself. A feature contributes one by a bean of this type. Each has its own thread
 * and never runs twice at once in one process; in another process on the same database it may, and each job states why
 * that is harmless.
 */
public interface Job {

    /** As the operator reads it, and under which its failing items are kept. A name that was released stays. */
    String name();

    /** Between the end of one run and the beginning of the next. */
    Duration pause();

    /** Before the first run. */
    default Duration firstPause() {
        return Duration.ofSeconds(2);
    }

    /** The time limit of a run. Work left then waits for the next run; the operator sees a run that continues. */
    default Duration longest() {
        return Duration.ofMinutes(1);
    }

    /** Does what is due, as long as the turn lasts. */
    void run(JobRun jobRun);

    /** Since when the oldest item waits that is due, if there is one. */
    default Optional<Instant> oldestDue() {
        return Optional.empty();
    }
}
