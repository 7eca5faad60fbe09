package pujiang.web.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.evidence.MerkleLog;

/**
 * Numbers what waits in the log's queue, about once a second; a failed attempt leaves everything as it was. What has come
 * meanwhile waits for the next second: a signature and a commit for a handful of statements would cost as much again.
 */
@Component
class Sequencer {

    private final MerkleLog log;
    private final HighWaterMark mark;
    private final TransactionTemplate transaction;

    Sequencer(MerkleLog log, HighWaterMark mark, PlatformTransactionManager transactions, MeterRegistry metrics) {
        this.log = log;
        this.mark = mark;
        this.transaction = new TransactionTemplate(transactions);
        Gauge.builder("pujiang.log.queue", log, MerkleLog::queued)
                .description("signed statements that have no number in the log yet")
                .register(metrics);
    }

    @Scheduled(fixedDelay = 1_000)
    void sequence() {
        Integer added;
        do {
            added = transaction.execute(_ -> log.sequence());
            if (added != null && added > 0) log.checkpoint().ifPresent(mark::published);
        } while (added != null && added >= MerkleLog.BATCH);
    }
}
