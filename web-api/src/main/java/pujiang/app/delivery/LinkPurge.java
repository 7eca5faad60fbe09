package pujiang.app.delivery;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import pujiang.app.clock.ClockWatch;
import pujiang.app.job.Job;
import pujiang.app.job.Turn;

/** Forgets links that have ended. Two processes that do delete what the other has not. */
@Component
class LinkPurge implements Job {

    /** For so long a link says why it leads nowhere. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int BATCH = 500;

    private final EndedLinkBoard links;
    private final ClockWatch watch;

    LinkPurge(EndedLinkBoard links, ClockWatch watch) {
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
    public void run(Turn turn) {
        watch.believed().ifPresent(now -> purge(now.minus(KEPT), turn));
    }

    private void purge(Instant before, Turn turn) {
        int deleted;
        do deleted = links.forgetEndedBefore(before, BATCH);
        while (deleted == BATCH && turn.lasts());
    }
}
