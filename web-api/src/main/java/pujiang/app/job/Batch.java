package pujiang.app.job;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does the items of a job one by one. A failing item steps aside: it is retried later, after a longer pause each time,
 * the operator sees it, and the others take its place. An item in conflict with another transaction has not failed: it
 * steps aside for a moment, and no operator is called unless that continues.
 */
@Component
public class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    /** More failing items than this are forgotten when their time comes, not when they are done. */
    private static final int MOST_KNOWN = 10_000;

    private final RetryBoard retries;
    private final Contention contention;

    Batch(RetryBoard retries, Contention contention) {
        this.retries = retries;
        this.contention = contention;
    }

    /**
     * @param job under which the failing items are stored; several kinds of item of one job have a name each
     * @param items selected with {@link RetryBoard#none}
     * @param deed does one, in a transaction of its own
     */
    public <T> void each(String job, List<T> items, Function<T, String> name, Consumer<T> deed, JobRun jobRun) {
        if (items.isEmpty()) return;
        var failed = new HashSet<>(retries.items(job, MOST_KNOWN));
        for (var item : items) {
            if (!jobRun.lasts()) return;
            if (done(job, name.apply(item), () -> deed.accept(item)) && failed.contains(name.apply(item))) {
                retries.done(job, name.apply(item));
            }
        }
    }

    private boolean done(String job, String item, Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (RuntimeException | StackOverflowError failure) {
            if (contention.stoodInTheWay(failure)) {
                LOG.debug("{}: {} waits for somebody else's transaction, and steps aside", job, item);
                retries.waits(job, item, failure);
                return false;
            }
            LOG.error("{}: item {} failed, will be retried later: {}", job, item, Retry.told(failure));
            retries.failed(job, item, failure);
            return false;
        }
    }
}
