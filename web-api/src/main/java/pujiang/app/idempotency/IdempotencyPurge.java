package pujiang.app.idempotency;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;

/** Deletes expired answers. Two processes at once are harmless: each deletes what the other has not. */
@Component
class IdempotencyPurge implements Job {

    /** A caller may repeat for a day; the hour more is for its clock. */
    static final Duration KEPT = Duration.ofHours(25);

    /** Small, so that no purge holds locks that an action waits for. */
    private static final int BATCH = 500;

    private final IdempotencyBoard board;
    private final ClockMonitor watch;

    IdempotencyPurge(IdempotencyBoard board, ClockMonitor watch) {
        this.board = board;
        this.watch = watch;
    }

    @Override
    public String name() {
        return "idempotency-purge";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration firstPause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(JobRun jobRun) {
        watch.believed().ifPresent(now -> purge(now.minus(KEPT), jobRun));
    }

    private void purge(Instant before, JobRun jobRun) {
        int deleted;
        do deleted = board.deleteBefore(before, BATCH);
        while (deleted == BATCH && jobRun.lasts());
    }
}
