package pujiang.app.evidence;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Reports whether a checkpoint has been submitted that contradicts the log. As with damage, a restart does not fix it.
 */
@Component("logHealthIndicator")
class LogHealth implements HealthIndicator {

    private final RestorationBoard restorations;

    LogHealth(RestorationBoard restorations) {
        this.restorations = restorations;
    }

    @Override
    public Health health() {
        long forks = restorations.forks();
        return (forks == 0 ? Health.up() : Health.status("FORKED"))
                .withDetail("forks", forks)
                .build();
    }
}
