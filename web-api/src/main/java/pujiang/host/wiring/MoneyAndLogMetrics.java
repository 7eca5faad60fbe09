package pujiang.host.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.follower.Follower;
import pujiang.settlement.Ledger;

/**
 * Metrics for an operator besides the commands: money in escrow, the queue of the log, and lagging event processors.
 */
@Component
class MoneyAndLogMetrics implements MeterBinder {

    private final Ledger ledger;
    private final JdbcClient database;
    private final Clock clock;
    private final ObjectProvider<org.axonframework.config.Configuration> axon;
    private final List<Follower> followers;

    MoneyAndLogMetrics(
            Ledger ledger,
            JdbcClient database,
            Clock clock,
            ObjectProvider<org.axonframework.config.Configuration> axon,
            ObjectProvider<Follower> followers) {
        this.ledger = ledger;
        this.database = database;
        this.clock = clock;
        this.axon = axon;
        this.followers = followers.orderedStream().toList();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("pujiang.escrow.balance", () -> ledger.inEscrow().getAmount())
                .description("Yuan set aside for open trades")
                .register(meters);
        Gauge.builder("pujiang.log.lag", this::oldestQueued)
                .description("Age of the oldest signed statement that has no number in the log yet")
                .baseUnit("seconds")
                .register(meters);
        for (var follower : followers) {
            Gauge.builder("pujiang.follower.lag", () -> lag(follower))
                    .description("Events that a follower has not read yet")
                    .tag("follower", follower.name())
                    .register(meters);
        }
    }

    private double oldestQueued() {
        return database.sql("SELECT MIN(queued_at) FROM log_queue")
                .query(LocalDateTime.class)
                .optional()
                .map(oldest -> Duration.between(oldest.toInstant(ZoneOffset.UTC), clock.instant()))
                .map(age -> age.toMillis() / 1000.0)
                .orElse(0.0);
    }

    private long lag(Follower follower) {
        long head = database.sql("SELECT COALESCE(MAX(global_index), 0) FROM domain_event_entry")
                .query(Long.class)
                .single();
        var read = axon
                .getObject()
                .eventProcessingConfiguration()
                .eventProcessor(follower.name(), StreamingEventProcessor.class)
                .stream()
                .flatMap(processor -> processor.processingStatus().values().stream())
                .mapToLong(status -> status.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
        return Math.max(0, head - read);
    }
}
