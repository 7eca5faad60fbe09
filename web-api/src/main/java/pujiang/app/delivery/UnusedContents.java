package pujiang.app.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.delivery.ContentBoard.Unused;
import pujiang.app.job.Batch;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;

/**
 * Removes unused uploads after a set time, and files without a record. Two processes at once are harmless: each removes
 * what the other has not.
 */
@Component
class UnusedContents implements Job {

    private static final String NAME = "unused-contents";
    private static final int BATCH = 200;

    private final ContentBoard contents;
    private final ContentStore store;
    private final ClockMonitor watch;
    private final Batch batch;
    private final Duration kept;

    UnusedContents(
            ContentBoard contents,
            ContentStore store,
            ClockMonitor watch,
            Batch batch,
            @Value("${pujiang.content.keep-unused}") Duration kept) {
        this.contents = contents;
        this.store = store;
        this.watch = watch;
        this.batch = batch;
        this.kept = kept;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration firstPause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run(JobRun jobRun) {
        watch.believed().ifPresent(now -> removeBefore(now, jobRun));
    }

    private void removeBefore(Instant now, JobRun jobRun) {
        var before = now.minus(kept);
        List<Unused> unused;
        do {
            unused = contents.unusedSince(before, now, NAME, BATCH);
            batch.each(NAME, unused, Unused::item, each -> remove(each, before), jobRun);
        } while (unused.size() == BATCH && jobRun.lasts());
        for (var files : store.olderThan(before, BATCH)) {
            if (!jobRun.lasts()) return;
            var named = contents.named(files);
            var orphans = files.stream().filter(file -> !named.contains(file)).toList();
            batch.each(NAME, orphans, file -> file, this::removeUnlessNamed, jobRun);
        }
    }

    private void remove(Unused unused, Instant before) {
        alone(unused.sha256(), () -> {
            // Used, or sent again, since the query.
            if (contents.forget(unused, before) && !contents.isNamed(unused.sha256())) store.remove(unused.sha256());
        });
    }

    private void removeUnlessNamed(String sha256) {
        alone(sha256, () -> {
            if (!contents.isNamed(sha256)) store.remove(sha256);
        });
    }

    private void alone(String sha256, ContentStore.Removal removal) {
        try {
            store.alone(sha256, () -> {
                removal.run();
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
