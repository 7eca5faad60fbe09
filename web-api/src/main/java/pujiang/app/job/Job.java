package pujiang.app.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Work that the exchange does again and again by itself. A feature contributes one by a bean of this type. Each has a
 * thread of its own and never runs beside itself in one process; in another process on the same database it may, and each
 * job says why that is harmless.
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

    /** How long a run may take. What is not done by then waits for the next run; the operator sees one that goes on. */
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
