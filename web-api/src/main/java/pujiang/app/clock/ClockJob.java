package pujiang.app.clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;

/** Looks at the clock, whether anything is due or not. Each process looks at its own. */
@Component
class ClockJob implements Job {

    private final ClockMonitor watch;

    ClockJob(ClockMonitor watch, MeterRegistry meters) {
        this.watch = watch;
        Gauge.builder("pujiang.clock.believed", watch, each -> each.view().believed() ? 1 : 0)
                .description("1 while the clock is believed; 0 while nothing ends because of time")
                .register(meters);
        Gauge.builder("pujiang.clock.ahead", watch, ClockJob::ahead)
                .description("By how much the clock is ahead of the database's")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration firstPause() {
        return Duration.ZERO;
    }

    @Override
    public void run(JobRun jobRun) {
        var _ = watch.believed();
    }

    private static double ahead(ClockMonitor watch) {
        var ahead = watch.view().ahead();
        return ahead == null ? Double.NaN : ahead;
    }
}
