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

/**
 * A condition of a rule, evaluated in three-valued logic, that remembers what it saw: the tree from which a person can
 * be told why.
 */
public sealed interface Condition {

    Truth truth();

    /** What every leaf saw, in the order in which the rule states them; what was seen twice is told once. */
    default List<Observation> observations() {
        var told = new ArrayList<Observation>();
        observe(
                /* negated= */ false, one -> {
                    if (!told.contains(one)) told.add(one);
                });
        return told;
    }

    /**
     * Tells of every leaf in turn.
     *
     * @param negated whether this stands inside a "not": the leaf is then turned round, so that what is asked for is what
     *     would keep the rule from firing
     */
    void observe(boolean negated, Consumer<Observation> teller);

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

    /** What a leaf saw, in words: a fact, its value, the test it was put to, and what would make the test fail. */
    record Observation(String fact, @Nullable String observed, String test, String required, Truth truth) {

        /** The same, seen from the other side: what held does not, and what was required is tested. */
        public Observation negated() {
            return new Observation(fact, observed, /* test= */ required, /* required= */ test, truth.negated());
        }
    }

    /**
     * A leaf: a fact compared with something. It is put into words when somebody asks, which for most leaves of most rules
     * nobody does.
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

        /** Of yes and no the opposite has a name of its own. */
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
