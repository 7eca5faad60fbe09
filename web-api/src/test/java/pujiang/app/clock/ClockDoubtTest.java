package pujiang.app.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockDoubtTest {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Duration ABSENCE = Duration.ofDays(1);
    private static final Instant THEN = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest(name = "{0}: clock {1}, uptime {2}: {3}")
    @CsvSource(
            textBlock =
                    """
            a second later,                    PT1S,      PT1S,      none
            a process that was stopped,        PT9H,      PT9H,      none
            a machine that slept and counts,   PT48H,     PT48H,     none
            a slow correction of an hour,      PT59M58S,  PT1H,      none
            set by less than the tolerance,    PT5M1S,    PT1S,      none
            set forward,                       PT5M2S,    PT1S,      jumped
            set forward by a year,             P365D,     PT1S,      jumped
            set back,                          PT-5M,     PT1S,      jumped
            a machine that slept uncounted,    PT9H,      PT0S,      jumped
            """)
    void theClockIsComparedWithTheUptimeOfTheSameBoot(String what, Duration wall, Duration uptime, String doubt) {
        var before = new ClockReading(THEN, Duration.ofDays(3));
        var now = new ClockReading(THEN.plus(wall), before.uptime().plus(uptime));

        assertThat(ClockDoubt.sameBoot(now, before, TOLERANCE)
                        .map(ClockDoubt::code)
                        .orElse("none"))
                .as(what)
                .isEqualTo(doubt);
    }

    @ParameterizedTest(name = "{0}: {1} after it was last believed: {2}")
    @CsvSource(
            textBlock =
                    """
            the first start ever,              ,          none
            a restart,                         PT40S,     none
            a night,                           PT14H,     none
            another process a little ahead,    PT-4M,     none
            set back meanwhile,                PT-5M-1S,  went-back
            a day,                             PT24H,     none
            more than a day,                   PT24H1S,   long-absence
            set forward by a year meanwhile,   P365D,     long-absence
            """)
    void afterAnotherBootItIsComparedWithWhatWasBelievedLast(String what, @Nullable Duration gap, String doubt) {
        var believed = gap == null ? null : THEN.minus(gap);

        assertThat(ClockDoubt.otherBoot(THEN, believed, TOLERANCE, ABSENCE)
                        .map(ClockDoubt::code)
                        .orElse("none"))
                .as(what)
                .isEqualTo(doubt);
    }

    @ParameterizedTest(name = "{0} ahead of the database, {1} accepted: {2}")
    @CsvSource(
            textBlock =
                    """
            PT0S,     PT0S,  none
            PT5M,     PT0S,  none
            PT5M1S,   PT0S,  database-differs
            PT-5M-1S, PT0S,  database-differs
            PT8H,     PT8H,  none
            PT0S,     PT8H,  database-differs
            """)
    void itIsComparedWithTheDatabasesClock(Duration ahead, Duration accepted, String doubt) {
        assertThat(ClockDoubt.database(ahead, accepted, TOLERANCE)
                        .map(ClockDoubt::code)
                        .orElse("none"))
                .isEqualTo(doubt);
    }
}
