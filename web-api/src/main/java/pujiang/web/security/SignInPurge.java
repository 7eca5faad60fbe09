package pujiang.web.security;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import pujiang.web.clock.ClockWatch;
import pujiang.web.job.Job;
import pujiang.web.job.Turn;

/** Forgets failed sign-ins that count no more. Two processes that do delete what the other has not. */
@Component
class SignInPurge implements Job {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int BATCH = 500;

    private final FailureBoard failures;
    private final ClockWatch watch;

    SignInPurge(FailureBoard failures, ClockWatch watch) {
        this.failures = failures;
        this.watch = watch;
    }

    @Override
    public String name() {
        return "sign-in-purge";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration firstPause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run(Turn turn) {
        watch.believed().ifPresent(now -> purge(now.minus(KEPT), turn));
    }

    private void purge(Instant before, Turn turn) {
        int deleted;
        do deleted = failures.forgetBefore(before, BATCH);
        while (deleted == BATCH && turn.lasts());
    }
}
