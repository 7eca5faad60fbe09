package pujiang.web.evidence;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.evidence.MerkleLog;

/** Numbers what waits for the log, every second; several instances take turns at the newest checkpoint's row. */
@Component
class LogSequencing {

    private static final Logger LOG = LoggerFactory.getLogger(LogSequencing.class);

    private final MerkleLog log;
    private final TransactionTemplate transaction;

    LogSequencing(MerkleLog log, PlatformTransactionManager transactions) {
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Until nothing waits. What fails now is tried again in a second, and nothing is lost: it stays in the queue. */
    @Scheduled(fixedDelayString = "PT1S")
    void sequence() {
        try {
            while (log.queued() > 0) transaction.executeWithoutResult(_ -> log.sequence());
        } catch (RuntimeException failure) {
            LOG.warn("the log could not be continued, and will be in a second: {}", failure.toString());
        }
    }
}
