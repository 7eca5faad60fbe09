package pujiang.app.delivery;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;

/** Forgets links that have ended. Two processes that do delete what the other has not. */
@Component
class LinkPurge implements Job {

    /** For so long a link says why it leads nowhere. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int BATCH = 500;

    private final EndedLinkBoard links;
    private final ClockMonitor watch;

    LinkPurge(EndedLinkBoard links, ClockMonitor watch) {
        this.links = links;
        this.watch = watch;
    }

    @Override
    public String name() {
        return "link-purge";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration firstPause() {
        return Duration.ofMinutes(7);
    }

    @Override
    public void run(JobRun jobRun) {
        watch.believed().ifPresent(now -> purge(now.minus(KEPT), jobRun));
    }

    private void purge(Instant before, JobRun jobRun) {
        int deleted;
        do deleted = links.forgetEndedBefore(before, BATCH);
        while (deleted == BATCH && jobRun.lasts());
    }
}
