package pujiang.compliance;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a rule, evaluated in three-valued logic, that remembers what it saw: the tree from which a person can
 * be told why.
 */
public sealed interface Condition {

    Truth truth();

    /** Every leaf, in the order in which the rule states them. */
    Stream<Observation> observations();

    /** The unknown facts that left this undecided; empty unless {@link #truth()} is unknown. */
    Stream<String> missing();

    /** Whether the rule cannot be ruled out. */
    default boolean possible() {
        return truth() != Truth.FALSE;
    }

    default boolean certain() {
        return truth() == Truth.TRUE;
    }

    static Condition allOf(Condition... parts) {
        return new All(List.of(parts));
    }

    static Condition anyOf(Condition... parts) {
        return new Any(List.of(parts));
    }

    static Condition noneOf(Condition... parts) {
        return new Not(parts.length == 1 ? parts[0] : anyOf(parts));
    }

    /** A leaf: a fact, what was seen of it, the test it was put to, and what would make the test fail. */
    record Observation(String fact, @Nullable String observed, String test, String required, Truth truth)
            implements Condition {

        Observation negated() {
            return new Observation(fact, observed, /* test= */ required, /* required= */ test, truth.negated());
        }

        @Override
        public Stream<Observation> observations() {
            return Stream.of(this);
        }

        @Override
        public Stream<String> missing() {
            return truth == Truth.UNKNOWN ? Stream.of(fact) : Stream.empty();
        }
    }

    record All(List<Condition> parts, Truth truth) implements Condition {

        All(List<Condition> parts) {
            this(parts, combined(parts, Truth.TRUE, Truth::and));
        }

        @Override
        public Stream<Observation> observations() {
            return parts.stream().flatMap(Condition::observations);
        }

        @Override
        public Stream<String> missing() {
            return undecided(truth, parts);
        }
    }

    record Any(List<Condition> parts, Truth truth) implements Condition {

        Any(List<Condition> parts) {
            this(parts, combined(parts, Truth.FALSE, Truth::or));
        }

        @Override
        public Stream<Observation> observations() {
            return parts.stream().flatMap(Condition::observations);
        }

        @Override
        public Stream<String> missing() {
            return undecided(truth, parts);
        }
    }

    record Not(Condition part) implements Condition {

        @Override
        public Truth truth() {
            return part.truth().negated();
        }

        /** Turned round, so that what is asked for is what would keep the rule from firing. */
        @Override
        public Stream<Observation> observations() {
            return part.observations().map(Observation::negated);
        }

        @Override
        public Stream<String> missing() {
            return part.missing();
        }
    }

    /** A loop, because every decision builds some eighty of these trees. */
    private static Truth combined(List<Condition> parts, Truth start, BinaryOperator<Truth> operator) {
        var truth = start;
        for (var part : parts) truth = operator.apply(truth, part.truth());
        return truth;
    }

    private static Stream<String> undecided(Truth truth, List<Condition> parts) {
        return truth == Truth.UNKNOWN ? parts.stream().flatMap(Condition::missing) : Stream.empty();
    }
}
