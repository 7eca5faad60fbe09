package pujiang.app.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Forgets failing items that nobody tries any more, because they have come about otherwise: one that is still due is tried
 * within seconds of its time. One statement, which two processes may run.
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
        // After a start each job has its time to try what waited while nobody was there.
        if (before.isAfter(began)) retries.forgetBefore(before);
    }
}
