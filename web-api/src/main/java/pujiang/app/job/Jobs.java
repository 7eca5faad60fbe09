package pujiang.app.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs every job, each on its own thread, without waiting for each other. */
@Component
public class Jobs implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ObjectProvider<Job> contributed;
    private final Clock clock;
    private final MeterRegistry meters;
    private volatile List<Worker> workers = List.of();

    Jobs(ObjectProvider<Job> contributed, Clock clock, MeterRegistry meters) {
        this.contributed = contributed;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public void start() {
        workers = contributed.stream()
                .sorted(Comparator.comparing(Job::name))
                .map(job -> new Worker(job, clock, meters))
                .toList();
        workers.forEach(this::measured);
        workers.forEach(Worker::start);
    }

    /** Stopped all at once, so that they share one time limit. */
    @Override
    public void stop() {
        var ending = workers;
        workers = List.of();
        ending.parallelStream().forEach(worker -> worker.stop(PATIENCE));
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }

    /** After Axon, and before the web server; ended the other way round. */
    @Override
    public int getPhase() {
        return 1;
    }

    /** Of this process; another on the same database has its own. */
    public List<JobView> views() {
        return workers.stream().map(Worker::view).toList();
    }

    private void measured(Worker worker) {
        Gauge.builder("pujiang.job.lag", worker, Worker::lag)
                .description("For how long the oldest item that is due has waited for its job")
                .baseUnit("seconds")
                .tag("job", worker.name())
                .register(meters);
    }
}
