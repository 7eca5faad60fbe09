package pujiang.refusal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The calendar within which the exchange counts: wide enough for every paper and every term, narrow enough that a
 * deadline, a year more or a column of the database can always be made of a day. A guard for the day of entry, not of a
 * value: what was stored before there was a calendar is read as it is ({@link #within}).
 */
public final class Days {

    /** The oldest day that data can be about: the first that a DATE column holds. */
    public static final LocalDate EARLIEST = LocalDate.of(1000, 1, 1);

    /** The first day of law, papers and terms: no paper that is still valid is older. */
    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /** The last day of anything. Our own choice: what is meant to hold for ever is looked at once a century. */
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Days() {}

    /**
     * Lets a day of law, of a paper or of a term pass.
     *
     * @throws Invalid at the path
     */
    public static void check(String path, LocalDate day) {
        check(path, day, FIRST);
    }

    /**
     * Lets a day pass that data is about, which may lie centuries back.
     *
     * @throws Invalid at the path
     */
    public static void checkCovered(String path, LocalDate day) {
        check(path, day, EARLIEST);
    }

    /**
     * Lets an instant pass whose day in UTC is one of law.
     *
     * @throws Invalid at the path
     */
    public static void check(String path, Instant at) {
        if (at.isBefore(start(FIRST)) || !at.isBefore(start(LAST.plusDays(1)))) throw outside(path, FIRST);
    }

    /** The nearest day of the calendar. */
    public static LocalDate within(LocalDate day) {
        if (day.isBefore(EARLIEST)) return EARLIEST;
        return day.isAfter(LAST) ? LAST : day;
    }

    private static void check(String path, LocalDate day, LocalDate first) {
        if (day.isBefore(first) || day.isAfter(LAST)) throw outside(path, first);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Invalid outside(String path, LocalDate first) {
        return Invalid.at(path, "date.out-of-range", "must be between " + first + " and " + LAST, first + ".." + LAST);
    }
}
