package pujiang.law;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import pujiang.compliance.Answer.Known;
import pujiang.compliance.Answer.None;
import pujiang.compliance.Answer.Unknown;
import pujiang.compliance.Condition;
import pujiang.compliance.Condition.Observation;
import pujiang.compliance.Fact;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Truth;

/** The words in which rules speak of facts. Each makes a leaf that knows what it saw and what would make it fail. */
public final class Conditions {

    private Conditions() {}

    public static <T> Condition is(ProposedExchange x, Fact<T> fact, T value) {
        var required = value instanceof Boolean bool ? "= " + !bool : "≠ " + value;
        return leaf(x, fact, "= " + value, required, value::equals);
    }

    public static <T> Condition isNot(ProposedExchange x, Fact<T> fact, T value) {
        return leaf(x, fact, "≠ " + value, "= " + value, known -> !known.equals(value));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    public static <T> Condition isIn(ProposedExchange x, Fact<T> fact, T... values) {
        var members = Arrays.asList(values);
        var text = members.toString();
        return leaf(x, fact, "∈ " + text, "∉ " + text, members::contains);
    }

    /** Whether a set holds anything besides the one member. */
    public static <T> Condition hasOtherThan(ProposedExchange x, Fact<Set<T>> fact, T member) {
        return leaf(x, fact, "holds more than " + member, "⊆ {" + member + "}", set -> set.stream()
                .anyMatch(one -> !one.equals(member)));
    }

    public static Condition isBelow(ProposedExchange x, Fact<Long> fact, long limit) {
        return leaf(x, fact, "< " + limit, "≥ " + limit, number -> number < limit);
    }

    /** '以上' includes the number itself (Civil Code art. 1259). */
    public static Condition isAtLeast(ProposedExchange x, Fact<Long> fact, long limit) {
        return leaf(x, fact, "≥ " + limit, "< " + limit, number -> number >= limit);
    }

    public static Condition isOnOrAfter(ProposedExchange x, Fact<LocalDate> fact, LocalDate day) {
        return leaf(x, fact, "≥ " + day, "< " + day, date -> !date.isBefore(day));
    }

    /** "None" satisfies no test: what does not exist has no value. */
    private static <T> Condition leaf(
            ProposedExchange x, Fact<T> fact, String test, String required, Predicate<T> passes) {
        return switch (x.facts().answer(fact)) {
            case Known<T>(var value) ->
                new Observation(fact.name(), value.toString(), test, required, Truth.of(passes.test(value)));
            case None<T> _ -> new Observation(fact.name(), "none", test, required, Truth.FALSE);
            case Unknown<T> _ -> new Observation(fact.name(), null, test, required, Truth.UNKNOWN);
        };
    }
}
