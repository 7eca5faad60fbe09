package pujiang.host.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import pujiang.app.history.BrokenStream;

/**
 * Streams of events in which this process has met a gap. Each is looked at anew with every command, so one that has been
 * restored leaves by itself; this only tells the operator. Everything else goes on, and so the exchange is up.
 */
@Component("streams")
class Quarantine implements HealthIndicator, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private static final int MOST_TOLD = 20;

    private record Stream(String type, String aggregate) {}

    /** The number of the first event that is missing in each. */
    private final Map<Stream, Long> broken = new ConcurrentHashMap<>();

    /** Tells of a gap, in the log once. */
    BrokenStream put(String type, String aggregate, long missing) {
        var failure = new BrokenStream(type, aggregate, missing);
        var before = broken.put(new Stream(type, aggregate), missing);
        if (before == null) LOG.error("Quarantined, since {}", failure.getMessage());
        return failure;
    }

    void release(String type, String aggregate) {
        if (!broken.isEmpty()) broken.remove(new Stream(type, aggregate));
    }

    @Override
    public Health health() {
        var health = Health.up().withDetail("quarantined", broken.size());
        broken.entrySet().stream()
                .limit(MOST_TOLD)
                .forEach(each -> health.withDetail(
                        each.getKey().type() + " " + each.getKey().aggregate(),
                        "event %d is missing".formatted(each.getValue())));
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("pujiang.streams.quarantined", broken, Map::size)
                .description("Streams of events in which one is missing, and on which nothing is decided")
                .register(meters);
    }
}
