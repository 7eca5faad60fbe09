package pujiang.app.trial;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the machine's resources for the trial of a draft. The time limit of a step is
 * {@code pujiang.law.draft-limit}.
 *
 * @param memory of one trial's heap; its process takes some 300 MB more. A book of a thousand rules compiles in half of
 * it.
 * @param places how many are tried at once; each takes its memory and a processor
 * @param longestLife of one process, even without the exchange: a past of many millions of decisions is replayed in it
 * @param weakest the least confinement under which a draft is tried; a machine that has less tries none
 */
@ConfigurationProperties("pujiang.trial")
public record TrialSettings(
        @DefaultValue("384MB") DataSize memory,
        @DefaultValue("2") int places,
        @DefaultValue("12h") Duration longestLife,
        @DefaultValue("NONE") Confinement weakest) {

    private static final DataSize LEAST = DataSize.ofMegabytes(128);
    private static final DataSize MOST = DataSize.ofGigabytes(64);
    private static final int MOST_PLACES = 64;

    /** The defaults, as on the command line. */
    public static final TrialSettings DEFAULT =
            new TrialSettings(DataSize.ofMegabytes(384), 2, Duration.ofHours(12), Confinement.NONE);

    public TrialSettings {
        if (memory.compareTo(LEAST) < 0 || memory.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("pujiang.trial.memory is from %d MB to %d MB: not %s"
                    .formatted(LEAST.toMegabytes(), MOST.toMegabytes(), memory));
        }
        if (places < 1 || places > MOST_PLACES) {
            throw new IllegalArgumentException(
                    "pujiang.trial.places is from 1 to %d: not %d".formatted(MOST_PLACES, places));
        }
        if (longestLife.toSeconds() < 1) {
            throw new IllegalArgumentException("pujiang.trial.longest-life is a second at least: not " + longestLife);
        }
    }

    /** In the form of Java's option. */
    String heap() {
        return memory.toMegabytes() + "m";
    }
}
