package pujiang.refusal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The range of days that the exchange accepts. It covers every document and term, and it leaves room for deadlines, a
 * further year and the date columns of the database. It applies to the moment of entry, not to values: days stored
 * before the bounds existed are read unchanged ({@link #within}).
 */
public final class Days {

    /** The earliest day that data can be about: the first that a DATE column can hold. */
    public static final LocalDate EARLIEST = LocalDate.of(1000, 1, 1);

    /** The first day of laws, documents and terms: no valid document is older. */
    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /** The last day of all. Our own choice: terms without an end must be reviewed once a century. */
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Days() {}

    /**
     * Accepts a day of a law, a document or a term.
     *
     * @throws Invalid at the path
     */
    public static void check(String path, LocalDate day) {
        check(path, day, FIRST);
    }

    /**
     * Accepts a day that data is about, possibly centuries ago.
     *
     * @throws Invalid at the path
     */
    public static void checkCovered(String path, LocalDate day) {
        check(path, day, EARLIEST);
    }

    /**
     * Accepts an instant whose day in UTC is within the range.
     *
     * @throws Invalid at the path
     */
    public static void check(String path, Instant at) {
        if (at.isBefore(start(FIRST)) || !at.isBefore(start(LAST.plusDays(1)))) throw outside(path, FIRST);
    }

    /** The nearest day within the range. */
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
