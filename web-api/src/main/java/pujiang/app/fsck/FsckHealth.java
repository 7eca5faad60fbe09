package pujiang.app.fsck;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The result of the last check. Damage is not "down": a restart does not fix it, and undamaged parts continue. The
 * status reports it and is answered with 200.
 */
@Component("fsckHealthIndicator")
class FsckHealth implements HealthIndicator, MeterBinder {

    private final FsckBoard board;
    private final Clock clock;

    FsckHealth(FsckBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var last = board.lastEnded();
        if (last.isEmpty()) return Health.up().withDetail("checked", "never").build();
        var run = last.get();
        return status(run)
                .withDetail("checked", Objects.requireNonNull(run.ended()).toString())
                .withDetail("state", run.state())
                .withDetail("damaged", run.damaged() == null ? 0L : run.damaged())
                .build();
    }

    /** A failed check does not clear damage that an earlier one found. */
    private Health.Builder status(FsckRun last) {
        boolean damaged = board.lastChecked()
                .filter(run -> run.state().equals(FsckRun.DAMAGED))
                .isPresent();
        if (damaged) return Health.status("DAMAGED");
        return last.state().equals(FsckRun.FAILED) ? Health.status("ATTENTION") : Health.up();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("pujiang.fsck.damaged", this::damaged)
                .description("Damaged places that the last check found; none yet is not a number")
                .register(meters);
        Gauge.builder("pujiang.fsck.age", this::age)
                .description("Time since the last check ended")
                .baseUnit("seconds")
                .register(meters);
    }

    private double damaged() {
        var last = board.lastChecked();
        var damaged = last.isEmpty() ? null : last.get().damaged();
        return damaged == null ? Double.NaN : damaged;
    }

    private double age() {
        var last = board.lastChecked();
        var ended = last.isEmpty() ? null : last.get().ended();
        return ended == null
                ? Double.NaN
                : Duration.between(ended, clock.instant()).toMillis() / 1000.0;
    }
}
