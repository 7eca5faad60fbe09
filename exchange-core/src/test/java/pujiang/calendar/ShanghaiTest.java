package pujiang.calendar;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ShanghaiTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-30T16:00:00Z");
    private static final LocalDate BEFORE = LocalDate.of(2026, 11, 30);
    private static final LocalDate AFTER = LocalDate.of(2026, 12, 1);

    @Test
    void aDayBeginsEightHoursBeforeThatOfGreenwich() {
        assertThat(Shanghai.startOf(AFTER)).isEqualTo(MIDNIGHT);
        assertThat(Shanghai.endOf(BEFORE)).isEqualTo(MIDNIGHT);
        assertThat(Shanghai.dayOf(MIDNIGHT)).isEqualTo(AFTER);
        assertThat(Shanghai.dayOf(MIDNIGHT.minusNanos(1))).isEqualTo(BEFORE);
        assertThat(Shanghai.today(Clock.fixed(MIDNIGHT, UTC))).isEqualTo(AFTER);
    }

    @Test
    void whatEndsAtMidnightHasTheDayBeforeAsItsLast() {
        assertThat(Shanghai.lastDayBefore(MIDNIGHT)).isEqualTo(BEFORE);
        assertThat(Shanghai.lastDayBefore(MIDNIGHT.plusNanos(1))).isEqualTo(AFTER);
    }

    @Test
    void aTimeOnTheClocksOfShanghaiIsOneInstant() {
        var time = LocalDateTime.of(2026, 12, 1, 0, 0);

        assertThat(Shanghai.instantOf(time)).isEqualTo(MIDNIGHT);
        assertThat(Shanghai.timeOf(MIDNIGHT).toLocalDateTime()).isEqualTo(time);
    }
}
