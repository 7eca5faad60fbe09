package pujiang.app.evaluate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import pujiang.law.TimeLimit;

/**
 * Settings of the rule engine.
 *
 * @param decisionLimit after which an evaluation is left to an officer. A decision takes a fraction of a millisecond;
 * seconds leave room for a machine that pauses.
 * @param draftLimit after which a draft whose compilation or own cases still run is refused
 */
@ConfigurationProperties("pujiang.law")
public record LawSettings(@DefaultValue("5s") Duration decisionLimit, @DefaultValue("60s") Duration draftLimit) {

    /** The defaults, as on the command line. */
    public static final LawSettings DEFAULT = new LawSettings(Duration.ofSeconds(5), Duration.ofSeconds(60));

    public LawSettings {
        if (!draftLimit.isPositive()) throw new IllegalArgumentException("a draft needs time: not " + draftLimit);
    }

    public TimeLimit limit() {
        return new TimeLimit(decisionLimit, System::nanoTime);
    }

    /** For all of a draft's cases together. */
    public TimeLimit draft() {
        return new TimeLimit(draftLimit, System::nanoTime);
    }
}
