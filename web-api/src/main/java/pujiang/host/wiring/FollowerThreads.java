package pujiang.host.wiring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;

/**
 * On which followers run. Axon would make threads of its own and end them for good when it is stopped; these live as long
 * as the program, so that what was stopped can be started again.
 */
final class FollowerThreads implements AutoCloseable {

    /** Events in one transaction: most lead to nothing, and each would cost a commit of its own. */
    static final int AT_ONCE = 50;

    private final ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(1, threads("coordinator"));
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(2, threads("follower"));

    /** One segment, which keeps the one order of all events; what follows is never in a hurry. */
    PooledStreamingEventProcessor.Builder under(PooledStreamingEventProcessor.Builder processor) {
        return processor
                .initialSegmentCount(1)
                .batchSize(AT_ONCE)
                // A batch may wait for the law or for a lock; meanwhile no other process takes it over.
                .enableCoordinatorClaimExtension()
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers);
    }

    private static ThreadFactory threads(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
    }

    @Override
    public void close() {
        coordinator.shutdownNow();
        workers.shutdownNow();
    }
}
