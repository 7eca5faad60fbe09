package pujiang.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Answer.Known;
import pujiang.compliance.Answer.None;
import pujiang.compliance.Answer.Unknown;

/** A condition of a rule, evaluated in three-valued logic. It keeps its observations, which explain the result. */
public sealed interface Condition {

    Truth truth();

    /** The observations of all leaves, in the order of the rule, without duplicates. */
    default List<Observation> observations() {
        var told = new ArrayList<Observation>();
        observe(
                /* negated= */ false, one -> {
                    if (!told.contains(one)) told.add(one);
                });
        return told;
    }

    /**
     * Reports every leaf in turn.
     *
     * @param negated whether this is inside a "not": the leaf is then reversed, so that its requirement is what would
     *     keep the rule from firing
     */
    void observe(boolean negated, Consumer<Observation> teller);

    /** The unknown facts that leave this undecided; empty unless {@link #truth()} is unknown. */
    Stream<String> missing();

    /** Whether the rule cannot be ruled out. */
    default boolean possible() {
        return truth() != Truth.FALSE;
    }

    default boolean certain() {
        return truth() == Truth.TRUE;
    }

    static Condition allOf(Condition... parts) {
        var truth = Truth.TRUE;
        for (var part : parts) truth = truth.and(part.truth());
        return new All(Arrays.asList(parts), truth);
    }

    static Condition anyOf(Condition... parts) {
        var truth = Truth.FALSE;
        for (var part : parts) truth = truth.or(part.truth());
        return new Any(Arrays.asList(parts), truth);
    }

    static Condition noneOf(Condition... parts) {
        return new Not(parts.length == 1 ? parts[0] : anyOf(parts));
    }

    /** The observation of a leaf, in words: a fact, its value, the test, and what would make the test fail. */
    record Observation(String fact, @Nullable String observed, String test, String required, Truth truth) {

        /** The same observation reversed: test and requirement change places. */
        public Observation negated() {
            return new Observation(fact, observed, /* test= */ required, /* required= */ test, truth.negated());
        }
    }

    /**
     * A leaf: a fact compared with a value. Its words are made on request, because most leaves are never shown.
     *
     * @param comparison for example {@code ≥}
     * @param opposite the comparison that would make this one fail, for example {@code <}
     */
    record Leaf(String fact, Answer<?> seen, String comparison, String opposite, Object with, Truth truth)
            implements Condition {

        public Observation observation() {
            return new Observation(fact, observed(), comparison + " " + with, required(), truth);
        }

        @Override
        public void observe(boolean negated, Consumer<Observation> teller) {
            teller.accept(negated ? observation().negated() : observation());
        }

        private @Nullable String observed() {
            return switch (seen) {
                case Known<?>(var value) -> value.toString();
                case None<?> _ -> "none";
                case Unknown<?> _ -> null;
            };
        }

        /** The opposites of yes and no have names. */
        private String required() {
            return with instanceof Boolean value && comparison.equals("=") ? "= " + !value : opposite + " " + with;
        }

        @Override
        public Stream<String> missing() {
            return truth == Truth.UNKNOWN ? Stream.of(fact) : Stream.empty();
        }
    }

    record All(List<Condition> parts, Truth truth) implements Condition {

        @Override
        public void observe(boolean negated, Consumer<Observation> teller) {
            for (var part : parts) part.observe(negated, teller);
        }

        @Override
        public Stream<String> missing() {
            return undecided(truth, parts);
        }
    }

    record Any(List<Condition> parts, Truth truth) implements Condition {

        @Override
        public void observe(boolean negated, Consumer<Observation> teller) {
            for (var part : parts) part.observe(negated, teller);
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

        @Override
        public void observe(boolean negated, Consumer<Observation> teller) {
            part.observe(!negated, teller);
        }

        @Override
        public Stream<String> missing() {
            return part.missing();
        }
    }

    private static Stream<String> undecided(Truth truth, List<Condition> parts) {
        return truth == Truth.UNKNOWN ? parts.stream().flatMap(Condition::missing) : Stream.empty();
    }
}
