package pujiang.app.security;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;

/** Forgets the access log by age. Two processes that do delete what the other has not. */
@Component
public class AccessPurge implements Job {

    /** Cybersecurity Law art. 23: six months at least, whatever the setting. */
    private static final int FEWEST_MONTHS = 6;

    private static final int BATCH = 500;

    private final AccessBoard board;
    private final ClockMonitor watch;
    private final int months;

    public AccessPurge(
            AccessBoard board, ClockMonitor watch, @Value("${pujiang.exchange.log-retention-months:12}") int months) {
        this.board = board;
        this.watch = watch;
        this.months = Math.max(FEWEST_MONTHS, months);
    }

    @Override
    public String name() {
        return "access-log-purge";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration firstPause() {
        return Duration.ofMinutes(6);
    }

    @Override
    public void run(JobRun jobRun) {
        watch.believed().ifPresent(now -> purge(keptFrom(now), jobRun));
    }

    public Instant keptFrom(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minusMonths(months).toInstant();
    }

    private void purge(Instant before, JobRun jobRun) {
        int deleted;
        do deleted = board.forgetBefore(before, BATCH);
        while (deleted == BATCH && jobRun.lasts());
    }
}
