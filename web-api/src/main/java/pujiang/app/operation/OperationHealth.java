package pujiang.app.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;
import pujiang.app.job.Jobs;
import pujiang.app.job.RetryBoard;
import pujiang.app.parked.ParkedEventBoard;

/**
 * Reports whether the operator must act. The exchange continues and must stay in service, hence a separate status that
 * is answered with 200. The report is from a moment ago: a probe does not wait for an unreachable database, which has a
 * status of its own. Each process checks for itself.
 */
@Component("operations")
class OperationHealth implements HealthIndicator, MeterBinder, Job {

    static final Status ATTENTION = new Status("ATTENTION", "the operator is called");

    /** An item that failed less often may have been in a collision. */
    private static final int OFTEN = 3;

    /** No transaction blocks others for as long. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private final ParkedEventBoard parked;
    private final RetryBoard retries;
    private final Jobs jobs;
    private final ClockMonitor clock;
    private final Clock time;
    private volatile Health found = Health.up().build();

    OperationHealth(ParkedEventBoard parked, RetryBoard retries, Jobs jobs, ClockMonitor clock, Clock time) {
        this.parked = parked;
        this.retries = retries;
        this.jobs = jobs;
        this.clock = clock;
        this.time = time;
    }

    @Override
    public Health health() {
        return found;
    }

    @Override
    public String name() {
        return "attention";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run(JobRun jobRun) {
        var calls = new TreeMap<String, Object>();
        var events = parked.count();
        if (events > 0) calls.put("parkedEvents", events);
        if (events > 0 && parked.full()) calls.put("followerStands", true);
        var items = retries.count(OFTEN, time.instant().minus(LONG));
        if (items > 0) calls.put("failingItems", items);
        jobs.views().stream()
                .filter(job -> job.state().calls())
                .forEach(job -> calls.put("job " + job.name(), job.state()));
        var doubt = clock.view().doubt();
        if (doubt != null) calls.put("clock", doubt);
        found = (calls.isEmpty() ? Health.up() : Health.status(ATTENTION))
                .withDetails(calls)
                .build();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("pujiang.parked.events", parked, ParkedEventBoard::count)
                .description("Events that followers could not handle, and those behind them")
                .register(meters);
        Gauge.builder("pujiang.retry.items", retries, each -> each.count(1))
                .description("What jobs and followers have failed at and try again")
                .register(meters);
    }
}
