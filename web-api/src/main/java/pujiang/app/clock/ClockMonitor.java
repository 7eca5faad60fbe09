package pujiang.app.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Compares the clock with the machine's uptime, with the database's clock, and with the last accepted time before a
 * restart. While they differ, time alone causes no irreversible act, until they agree again or the operator has
 * acknowledged the difference.
 *
 * <p>See docs/decisions/0077-a-clock-is-believed-by-two-others.md.
 */
@Component
public class ClockMonitor {

    private static final Logger LOG = LoggerFactory.getLogger(ClockMonitor.class);

    /** Over which a slow correction, at most 0.05 % of the time, stays far below the tolerance. */
    private static final Duration LONGEST_COMPARED = Duration.ofHours(1);

    /** Between two notes of what is believed. */
    private static final Duration NOTED_EVERY = Duration.ofSeconds(10);

    private final Clock clock;
    private final Uptime uptime;
    private final ClockBoard board;
    private final Duration tolerance;
    private final Duration absence;

    /** Since when the clock is compared; null before the first look. */
    private @Nullable ClockReading anchor;

    private @Nullable ClockReading noted;
    private @Nullable ClockDoubt clockDoubt;
    private @Nullable Instant since;
    private @Nullable Duration ahead;
    private Duration accepted = Duration.ZERO;
    private long acknowledged = -1;

    ClockMonitor(
            Clock clock,
            Uptime uptime,
            ClockBoard board,
            @Value("${pujiang.clock.tolerance}") Duration tolerance,
            @Value("${pujiang.clock.longest-absence}") Duration absence) {
        this.clock = clock;
        this.uptime = uptime;
        this.board = board;
        this.tolerance = tolerance;
        this.absence = absence;
    }

    /**
     * The clock's time, if it can be trusted now. Code that ends something because of time calls this each time, and
     * decides by this very instant: the clock may jump in the next moment.
     */
    public synchronized Optional<Instant> believed() {
        var now = reading();
        // The clock before and after the query; the database answered in between.
        var asked = board.databaseTime();
        var answered = reading();
        ahead = Duration.between(asked, asked.isBefore(now.wall()) ? now.wall() : answered.wall());
        if (asked.isAfter(now.wall()) && asked.isBefore(answered.wall())) ahead = Duration.ZERO;
        acknowledge(now);
        tell(look(now), now.wall());
        if (clockDoubt != null) return Optional.empty();
        note(now);
        return Optional.of(now.wall());
    }

    public synchronized ClockView view() {
        return new ClockView(
                clockDoubt == null,
                clock.instant(),
                ahead == null ? null : seconds(ahead),
                clockDoubt == null ? null : clockDoubt.code(),
                clockDoubt == null ? null : seconds(clockDoubt.by()),
                since,
                seconds(tolerance));
    }

    private Optional<ClockDoubt> look(ClockReading now) {
        var known = anchor;
        var jumped = known == null ? sinceBefore(now) : ClockDoubt.sameBoot(now, known, tolerance);
        return jumped.or(() -> ClockDoubt.database(ahead == null ? Duration.ZERO : ahead, accepted, tolerance));
    }

    /** The first look after a start. */
    private Optional<ClockDoubt> sinceBefore(ClockReading now) {
        var before = board.believed(uptime.boot());
        return before.isPresent()
                ? ClockDoubt.sameBoot(now, before.get(), tolerance)
                : ClockDoubt.otherBoot(now.wall(), board.believed(), tolerance, absence);
    }

    /** An acknowledgement later than the doubt makes the clock trusted as it is, whatever the comparison. */
    private void acknowledge(ClockReading now) {
        var newest = board.acknowledged();
        if (clockDoubt != null && acknowledged >= 0 && newest > acknowledged) {
            accepted = ahead == null ? Duration.ZERO : ahead;
            anchor = now;
            board.forgetAfter(now.wall());
            board.believe(uptime.boot(), now);
        }
        acknowledged = newest;
    }

    private void tell(Optional<ClockDoubt> found, Instant now) {
        var before = clockDoubt;
        clockDoubt = found.orElse(null);
        if (before == null && clockDoubt != null) {
            since = now;
            LOG.error(
                    "Clock not trusted ({}, by {}): deadlines are suspended until it agrees again or the"
                            + " operator has acknowledged it",
                    clockDoubt.code(),
                    clockDoubt.by());
        }
        if (before != null && clockDoubt == null) {
            since = null;
            LOG.warn("Clock is trusted again");
        }
    }

    private void note(ClockReading now) {
        if (anchor == null || now.uptime().minus(anchor.uptime()).compareTo(LONGEST_COMPARED) > 0) anchor = now;
        if (noted != null && now.uptime().minus(noted.uptime()).compareTo(NOTED_EVERY) < 0) return;
        board.believe(uptime.boot(), now);
        noted = now;
    }

    private ClockReading reading() {
        return new ClockReading(clock.instant(), uptime.now());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}
