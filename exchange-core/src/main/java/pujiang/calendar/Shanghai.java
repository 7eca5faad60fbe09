package pujiang.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The calendar of Shanghai, which has had no daylight saving time since 1991. */
public final class Shanghai {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Shanghai() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant after that day. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** @param end exclusive: for a period that ends at midnight, the day before is its last */
    public static LocalDate lastDayBefore(Instant end) {
        return dayOf(end.minusNanos(1));
    }

    public static ZonedDateTime timeOf(Instant instant) {
        return instant.atZone(ZONE);
    }

    public static Instant instantOf(LocalDateTime time) {
        return time.atZone(ZONE).toInstant();
    }
}
