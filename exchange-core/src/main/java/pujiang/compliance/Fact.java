package pujiang.compliance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pujiang.refusal.Amounts;
import pujiang.refusal.Days;
import pujiang.refusal.Invalid;
import pujiang.refusal.Numbers;

/**
 * One typed value that rules use, with its dotted name, its Chinese term and its meaning.
 *
 * <p>The constants in the {@code …Facts} classes are the whole vocabulary; a fact of another name cannot be stated. A
 * fact that is not stated is unknown. An optional fact may also be stated to be none ({@link Answer.None}).
 */
public final class Fact<T> {

    /** Ten times as many as live: persons are counted, and not their records. */
    static final long MOST_PERSONS = 100_000_000_000L;

    /** Months, hours, working days, years of age: more than a million is an error. */
    private static final long MOST_OF_A_UNIT = 1_000_000;

    /** More digits are an attack on memory, not an amount. */
    private static final int MOST_DIGITS = 38;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final int position = COUNT.getAndIncrement();
    private final String name;
    private final Reading<T> reading;
    private final boolean optional;
    private final String type;
    private final String term;
    private final String meaning;
    private final List<T> values;
    private final @Nullable Range<T> range;

    private Fact(
            String name,
            String type,
            Reading<T> reading,
            List<T> values,
            @Nullable Range<T> range,
            boolean optional,
            String term,
            String meaning) {
        this.name = name;
        this.type = type;
        this.reading = reading;
        this.optional = optional;
        this.term = term;
        this.meaning = meaning;
        this.values = values;
        this.range = range;
    }

    static Fact<Boolean> bool(String name, String term, String meaning) {
        return new Fact<>(name, "boolean", Reading.of(Boolean.class), List.of(true, false), null, false, term, meaning);
    }

    /** Months, hours, days or years, 0 to a million. */
    static Fact<Long> integer(String name, String term, String meaning) {
        return whole(name, 0, MOST_OF_A_UNIT, false, term, meaning);
    }

    static Fact<Long> optionalInteger(String name, String term, String meaning) {
        return whole(name, 0, MOST_OF_A_UNIT, true, term, meaning);
    }

    /** A number of natural persons, 0 to {@link #MOST_PERSONS}. */
    static Fact<Long> persons(String name, String term, String meaning) {
        return whole(name, 0, MOST_PERSONS, false, term, meaning);
    }

    /** Persons added up over many products, 0 to {@link Numbers#LARGEST}. */
    static Fact<Long> personsInAll(String name, String term, String meaning) {
        return whole(name, 0, Numbers.LARGEST, false, term, meaning);
    }

    /** A year of the calendar ({@link Days}). */
    static Fact<Long> optionalYear(String name, String term, String meaning) {
        return whole(name, Days.FIRST.getYear(), Days.LAST.getYear(), true, term, meaning);
    }

    private static Fact<Long> whole(String name, long least, long most, boolean optional, String term, String meaning) {
        var range = new Range<>(least, most, Comparator.naturalOrder(), "number.out-of-range");
        return new Fact<>(name, "integer", Fact::wholeNumber, List.of(), range, optional, term, meaning);
    }

    /** Yuan, 0 to the highest of all amounts. */
    static Fact<BigDecimal> decimal(String name, String term, String meaning) {
        return new Fact<>(name, "decimal", Fact::number, List.of(), yuan(), false, term, meaning);
    }

    static Fact<BigDecimal> optionalDecimal(String name, String term, String meaning) {
        return new Fact<>(name, "decimal", Fact::number, List.of(), yuan(), true, term, meaning);
    }

    private static Range<BigDecimal> yuan() {
        var most = Amounts.HIGHEST.getAmount();
        return new Range<>(BigDecimal.ZERO, most, Comparator.naturalOrder(), "number.out-of-range");
    }

    static Fact<LocalDate> optionalDate(String name, String term, String meaning) {
        var range = new Range<>(Days.FIRST, Days.LAST, Comparator.<LocalDate>naturalOrder(), "date.out-of-range");
        return new Fact<>(name, "date", Fact::date, List.of(), range, true, term, meaning);
    }

    static <E extends Enum<E>> Fact<E> oneOf(String name, Class<E> values, String term, String meaning) {
        var all = List.copyOf(EnumSet.allOf(values));
        return new Fact<>(name, "one of " + all, raw -> member(values, raw), all, null, false, term, meaning);
    }

    static <E extends Enum<E>> Fact<Set<E>> someOf(String name, Class<E> values, String term, String meaning) {
        var type = "set of " + EnumSet.allOf(values);
        return new Fact<>(name, type, raw -> members(values, raw), List.of(), null, false, term, meaning);
    }

    /** The dotted name, for example {@code product.deidStatus}. */
    public String name() {
        return name;
    }

    /** The type of the values in words, for error messages. */
    public String type() {
        return type;
    }

    /** The Chinese legal term. */
    public String term() {
        return term;
    }

    public String meaning() {
        return meaning;
    }

    /** Term and meaning, for a reader of either language. */
    public Bilingual words() {
        return new Bilingual(term, meaning);
    }

    /** Whether "none" is an answer, as for a certificate that was never issued. */
    public boolean optional() {
        return optional;
    }

    /** Every value it can have, where they can be counted; empty for numbers, dates and sets. */
    public List<T> values() {
        return values;
    }

    int position() {
        return position;
    }

    /**
     * Reads a value as it comes from JSON: a boolean, a number, a text, or a list of texts.
     *
     * @throws Invalid at this fact's name, if the value is of another type or outside its range
     */
    T read(Object raw) {
        var value = reading.of(raw);
        if (value != null) return value;
        if (range == null) throw Invalid.inside("", name, "fact.wrong-value", "must be " + type);
        throw Invalid.inside("", name, "fact.wrong-value", "must be " + type + ", " + range, range.required());
    }

    /**
     * Applies to the moment of entry, not to the value: facts stated before the bounds existed are still read.
     *
     * @param path the field that holds the facts
     * @throws Invalid at this fact's name
     */
    void mustBeInRange(String path, T value) {
        if (range != null && !range.holds(value)) {
            throw Invalid.inside(path, name, range.code(), "must be " + range, range.required());
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** Both ends are included. */
    private record Range<T>(T least, T most, Comparator<T> order, String code) {

        boolean holds(T value) {
            return order.compare(value, least) >= 0 && order.compare(value, most) <= 0;
        }

        String required() {
            return least + ".." + most;
        }

        @Override
        public String toString() {
            return "between " + least + " and " + most;
        }
    }

    /** One form for each number, so that equal facts have equal digests. */
    private static @Nullable BigDecimal number(Object raw) {
        var number =
                switch (raw) {
                    case BigDecimal decimal -> decimal;
                    case Integer whole -> BigDecimal.valueOf(whole);
                    case Long whole -> BigDecimal.valueOf(whole);
                    case Double binary when Double.isFinite(binary) -> BigDecimal.valueOf(binary);
                    default -> null;
                };
        if (number == null || Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) return null;
        var shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** Counts and years: never negative. */
    private static @Nullable Long wholeNumber(Object raw) {
        return switch (raw) {
            case Long number when number >= 0 -> number;
            case Integer number when number >= 0 -> number.longValue();
            default -> null;
        };
    }

    private static @Nullable LocalDate date(Object raw) {
        try {
            return raw instanceof LocalDate date ? date : raw instanceof String text ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E member(Class<E> values, Object raw) {
        if (values.isInstance(raw)) return values.cast(raw);
        return EnumSet.allOf(values).stream()
                .filter(value -> value.name().equals(raw))
                .findFirst()
                .orElse(null);
    }

    private static <E extends Enum<E>> @Nullable Set<E> members(Class<E> values, Object raw) {
        if (!(raw instanceof Collection<?> items)) return null;
        var members = new TreeSet<E>();
        for (var item : items) {
            var member = item == null ? null : member(values, item);
            if (member == null) return null;
            members.add(member);
        }
        return Collections.unmodifiableSet(members);
    }

    private interface Reading<T> {

        @Nullable
        T of(Object raw);

        static <T> Reading<T> of(Class<T> type) {
            return raw -> type.isInstance(raw) ? type.cast(Objects.requireNonNull(raw)) : null;
        }
    }
}
