package pujiang.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import pujiang.compliance.Answer.Known;
import pujiang.compliance.Answer.None;
import pujiang.compliance.Answer.Unknown;
import pujiang.compliance.Condition;
import pujiang.compliance.Condition.Leaf;
import pujiang.compliance.Fact;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Truth;

/** The words by which rules test facts. Each makes a leaf with its observation and what would make it fail. */
public final class Conditions {

    private Conditions() {}

    public static <T> Condition is(ProposedExchange x, Fact<T> fact, T value) {
        return leaf(x, fact, "=", "≠", value, value::equals);
    }

    public static <T> Condition isNot(ProposedExchange x, Fact<T> fact, T value) {
        return leaf(x, fact, "≠", "=", value, known -> !known.equals(value));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    public static <T> Condition isIn(ProposedExchange x, Fact<T> fact, T... values) {
        var members = Arrays.asList(values);
        return leaf(x, fact, "∈", "∉", members, members::contains);
    }

    /** Whether a set contains another member than this one. */
    public static <T> Condition hasOtherThan(ProposedExchange x, Fact<Set<T>> fact, T member) {
        return leaf(
                x,
                fact,
                "holds more than",
                "⊆",
                Set.of(member),
                set -> !set.isEmpty() && !(set.size() == 1 && set.contains(member)));
    }

    public static <T> Condition holds(ProposedExchange x, Fact<Set<T>> fact, T member) {
        return leaf(x, fact, "holds", "without", member, set -> set.contains(member));
    }

    public static <T> Condition lacks(ProposedExchange x, Fact<Set<T>> fact, T member) {
        return leaf(x, fact, "without", "holds", member, set -> !set.contains(member));
    }

    /** The only test that "none" satisfies: it is known that no value exists. */
    public static Condition isNone(ProposedExchange x, Fact<?> fact) {
        EvaluationContext.step();
        var seen = x.facts().answer(fact);
        var truth =
                switch (seen) {
                    case Known<?> _ -> Truth.FALSE;
                    case None<?> _ -> Truth.TRUE;
                    case Unknown<?> _ -> Truth.UNKNOWN;
                };
        return new Leaf(fact.name(), seen, "=", "≠", "none", truth);
    }

    public static Condition isBelow(ProposedExchange x, Fact<Long> fact, long limit) {
        return leaf(x, fact, "<", "≥", limit, number -> number < limit);
    }

    /** '以上' includes the number itself (Civil Code art. 1259). */
    public static Condition isAtLeast(ProposedExchange x, Fact<Long> fact, long limit) {
        return leaf(x, fact, "≥", "<", limit, number -> number >= limit);
    }

    /** '超过' does not include the number itself (Civil Code art. 1259). */
    public static Condition isMoreThan(ProposedExchange x, Fact<Long> fact, long limit) {
        return leaf(x, fact, ">", "≤", limit, number -> number > limit);
    }

    public static Condition exceeds(ProposedExchange x, Fact<BigDecimal> fact, BigDecimal limit) {
        return leaf(x, fact, ">", "≤", limit, amount -> amount.compareTo(limit) > 0);
    }

    /** Whether one amount exceeds another. Without a ceiling no amount exceeds it. */
    public static Condition exceeds(ProposedExchange x, Fact<BigDecimal> fact, Fact<BigDecimal> ceiling) {
        return x.facts().answer(ceiling) instanceof Known<BigDecimal>(var limit)
                ? exceeds(x, fact, limit)
                : Condition.allOf(isStated(x, ceiling), isStated(x, fact));
    }

    private static <T> Condition isStated(ProposedExchange x, Fact<T> fact) {
        return leaf(x, fact, "≠", "=", "none", _ -> true);
    }

    public static Condition isBefore(ProposedExchange x, Fact<LocalDate> fact, LocalDate day) {
        return leaf(x, fact, "<", "≥", day, date -> date.isBefore(day));
    }

    public static Condition isOnOrAfter(ProposedExchange x, Fact<LocalDate> fact, LocalDate day) {
        return leaf(x, fact, "≥", "<", day, date -> !date.isBefore(day));
    }

    /**
     * Whether a period of years that began on the fact's date has not ended on the day of the question. It ends on the
     * same date years later, in a month without that date on its last day (Civil Code art. 202).
     */
    public static Condition isWithinYears(ProposedExchange x, Fact<LocalDate> fact, long years) {
        var test = "+ " + years + " years ";
        return leaf(x, fact, test + "≥", test + "<", x.on(), date -> !ended(date, years, x.on()));
    }

    public static Condition isOlderThanYears(ProposedExchange x, Fact<LocalDate> fact, long years) {
        var test = "+ " + years + " years ";
        return leaf(x, fact, test + "<", test + "≥", x.on(), date -> ended(date, years, x.on()));
    }

    /** A period that ends after the last year of the calendar has not ended. */
    private static boolean ended(LocalDate date, long years, LocalDate on) {
        return years <= Year.MAX_VALUE - date.getYear() && date.plusYears(years).isBefore(on);
    }

    /** "None" satisfies no test, because it has no value. */
    private static <T> Condition leaf(
            ProposedExchange x, Fact<T> fact, String comparison, String opposite, Object with, Predicate<T> passes) {
        EvaluationContext.step();
        var seen = x.facts().answer(fact);
        var truth =
                switch (seen) {
                    case Known<T>(var value) -> Truth.of(passes.test(value));
                    case None<T> _ -> Truth.FALSE;
                    case Unknown<T> _ -> Truth.UNKNOWN;
                };
        return new Leaf(fact.name(), seen, comparison, opposite, with, truth);
    }
}
