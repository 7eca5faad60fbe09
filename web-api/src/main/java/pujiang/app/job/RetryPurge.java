package pujiang.app.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Deletes failing items that are no longer tried, because they were done otherwise: a due item is tried within seconds
 * of its time. One statement, which two processes may run.
 */
@Component
class RetryPurge implements Job {

    private static final Duration UNTRIED = Duration.ofMinutes(10);

    private final RetryBoard retries;
    private final Clock clock;
    private final Instant began;

    RetryPurge(RetryBoard retries, Clock clock) {
        this.retries = retries;
        this.clock = clock;
        this.began = clock.instant();
    }

    @Override
    public String name() {
        return "retry-purge";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(JobRun jobRun) {
        var before = clock.instant().minus(UNTRIED);
        // After a start each job has time to try what waited during the downtime.
        if (before.isAfter(began)) retries.forgetBefore(before);
    }
}
