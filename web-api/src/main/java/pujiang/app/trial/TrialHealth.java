package pujiang.app.trial;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reports whether drafts can be tried here, and which limits are missing. Trade continues in any case. */
@Component("trialsHealthIndicator")
class TrialHealth implements HealthIndicator {

    private final Trials trials;

    TrialHealth(Trials trials) {
        this.trials = trials;
    }

    /** Found out alongside the start: a probe does not start processes. */
    @Override
    public Health health() {
        var view = trials.view();
        var health = (view.tried() ? Health.up() : Health.status("ATTENTION"))
                .withDetail("weakest", view.weakest())
                .withDetail("places", view.places())
                .withDetail("memoryMegabytes", view.memoryMegabytes());
        if (view.confinement() != null) health.withDetail("confinement", view.confinement());
        if (view.unbounded() != null) health.withDetail("unbounded", view.unbounded());
        if (view.missing() != null) health.withDetail("missing", view.missing());
        return health.build();
    }
}
