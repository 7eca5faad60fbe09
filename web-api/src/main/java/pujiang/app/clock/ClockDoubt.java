package pujiang.app.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reason to doubt the clock. Each compares two clocks and has the difference. */
public sealed interface ClockDoubt {

    Duration by();

    /**
     * The machine's clock was set: it differs from the uptime. A sleep of the machine or a slow correction is not a
     * doubt.
     */
    record Jumped(Duration by) implements ClockDoubt {}

    /** The database's clock says something else. */
    record DatabaseDiffers(Duration by) implements ClockDoubt {}

    /** The clock says less than it did when it was last believed, before this start. */
    record WentBack(Duration by) implements ClockDoubt {}

    /** No process has run for so long that the clock may be wrong. */
    record LongAbsence(Duration by) implements ClockDoubt {}

    /** For programs: jumped, database-differs, went-back or long-absence. */
    default String code() {
        return switch (this) {
            case Jumped _ -> "jumped";
            case DatabaseDiffers _ -> "database-differs";
            case WentBack _ -> "went-back";
            case LongAbsence _ -> "long-absence";
        };
    }

    /** Against what was believed earlier in the same boot: by this process, or by one before it. */
    static Optional<ClockDoubt> sameBoot(ClockReading now, ClockReading believed, Duration tolerance) {
        var drift = now.driftSince(believed);
        return drift.abs().compareTo(tolerance) > 0 ? Optional.of(new Jumped(drift)) : Optional.empty();
    }

    /**
     * Against the last accepted time before the machine was started, or on another machine; null without such a time.
     */
    static Optional<ClockDoubt> otherBoot(
            Instant now, @Nullable Instant believed, Duration tolerance, Duration absence) {
        if (believed == null) return Optional.empty();
        var gap = Duration.between(believed, now);
        if (gap.compareTo(tolerance.negated()) < 0) return Optional.of(new WentBack(gap));
        return gap.compareTo(absence) > 0 ? Optional.of(new LongAbsence(gap)) : Optional.empty();
    }

    /** @param accepted by how much the operator has said that they may differ */
    static Optional<ClockDoubt> database(Duration ahead, Duration accepted, Duration tolerance) {
        return ahead.minus(accepted).abs().compareTo(tolerance) > 0
                ? Optional.of(new DatabaseDiffers(ahead))
                : Optional.empty();
    }
}
