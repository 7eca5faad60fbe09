package pujiang.app.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;
import pujiang.evidence.MerkleLog;

/**
 * Sequences the queue of the log, about once a second; a failed attempt changes nothing. Statements that arrive during
 * a run wait for the next second: a signature and a commit for a few statements would cost as much again. Of two
 * processes the second waits for the first at the newest checkpoint's row.
 */
@Component
class Sequencer implements Job {

    private final MerkleLog log;
    private final LogQueueBoard queue;
    private final HighWaterMark mark;
    private final TransactionTemplate transaction;

    Sequencer(
            MerkleLog log,
            LogQueueBoard queue,
            HighWaterMark mark,
            PlatformTransactionManager transactions,
            MeterRegistry metrics) {
        this.log = log;
        this.queue = queue;
        this.mark = mark;
        this.transaction = new TransactionTemplate(transactions);
        Gauge.builder("pujiang.log.queue", log, MerkleLog::queued)
                .description("signed statements that have no number in the log yet")
                .register(metrics);
    }

    @Override
    public String name() {
        return "log-sequencer";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run(JobRun jobRun) {
        Integer added;
        do {
            added = transaction.execute(_ -> log.sequence());
            if (added != null && added > 0) log.checkpoint().ifPresent(mark::published);
        } while (added != null && added >= MerkleLog.BATCH && jobRun.lasts());
    }

    @Override
    public Optional<Instant> oldestDue() {
        return queue.oldest();
    }
}
