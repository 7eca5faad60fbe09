package pujiang.compliance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pujiang.refusal.Invalid;

/**
 * One thing the law may ask: its dotted name, its type, the Chinese term and its meaning.
 *
 * <p>The constants in the {@code …Facts} classes are the whole vocabulary; a fact of another name cannot be stated. A
 * fact that is not stated is unknown. An optional fact may also be stated to be none ({@link Answer.None}).
 */
public final class Fact<T> {

    /** More would be an attack on memory, not an amount. */
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

    private Fact(
            String name,
            String type,
            Reading<T> reading,
            List<T> values,
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
    }

    static Fact<Boolean> bool(String name, String term, String meaning) {
        return new Fact<>(name, "boolean", Reading.of(Boolean.class), List.of(true, false), false, term, meaning);
    }

    static Fact<Long> integer(String name, String term, String meaning) {
        return new Fact<>(name, "integer", Fact::wholeNumber, List.of(), false, term, meaning);
    }

    static Fact<Long> optionalInteger(String name, String term, String meaning) {
        return new Fact<>(name, "integer", Fact::wholeNumber, List.of(), true, term, meaning);
    }

    static Fact<BigDecimal> decimal(String name, String term, String meaning) {
        return new Fact<>(name, "decimal", Fact::number, List.of(), false, term, meaning);
    }

    static Fact<BigDecimal> optionalDecimal(String name, String term, String meaning) {
        return new Fact<>(name, "decimal", Fact::number, List.of(), true, term, meaning);
    }

    static Fact<LocalDate> optionalDate(String name, String term, String meaning) {
        return new Fact<>(name, "date", Fact::date, List.of(), true, term, meaning);
    }

    static <E extends Enum<E>> Fact<E> oneOf(String name, Class<E> values, String term, String meaning) {
        var all = List.copyOf(EnumSet.allOf(values));
        return new Fact<>(name, "one of " + all, raw -> member(values, raw), all, false, term, meaning);
    }

    static <E extends Enum<E>> Fact<Set<E>> someOf(String name, Class<E> values, String term, String meaning) {
        var type = "set of " + EnumSet.allOf(values);
        return new Fact<>(name, type, raw -> members(values, raw), List.of(), false, term, meaning);
    }

    /** The dotted name, for example {@code product.deidStatus}. */
    public String name() {
        return name;
    }

    /** What a value must be, in words for whoever gave another. */
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
        if (value == null) throw Invalid.inside("", name, "fact.wrong-value", "must be " + type);
        return value;
    }

    @Override
    public String toString() {
        return name;
    }

    /** One number, one form, so that equal facts have equal digests however they were written. */
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
