package pujiang.law;

import java.util.List;
import java.util.stream.Stream;

/**
 * The condition of a rule as it was read: the one tree from which the rule is compiled, explained and described.
 * Nothing else reaches the engine.
 */
sealed interface Clause {

    /** Joined clauses. The reader limits the number of levels. */
    record Junction(Connective how, List<Clause> parts) implements Clause {

        public Junction {
            parts = List.copyOf(parts);
        }
    }

    /** One word of the {@link Vocabulary} with its arguments. */
    record Test(String word, List<Argument> arguments) implements Clause {

        public Test {
            arguments = List.copyOf(arguments);
        }
    }

    enum Connective {
        ALL("allOf"),
        ANY("anyOf"),
        NONE("noneOf");

        private final String word;

        Connective(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Stream<Connective> called(String word) {
            return Stream.of(values()).filter(one -> one.word.equals(word));
        }
    }

    /** Levels of junctions; 0 for a single test. */
    default int levels() {
        return switch (this) {
            case Junction(Connective _, var parts) ->
                1 + parts.stream().mapToInt(Clause::levels).max().orElse(0);
            case Test _ -> 0;
        };
    }

    /** In the order in which they are written. */
    default Stream<Test> tests() {
        return switch (this) {
            case Junction(Connective _, var parts) -> parts.stream().flatMap(Clause::tests);
            case Test test -> Stream.of(test);
        };
    }

    /** An argument of a word. */
    sealed interface Argument {

        /** The question itself: {@code this}. */
        record Question() implements Argument {}

        /** The day of the question: {@code this.on()}. */
        record Day() implements Argument {}

        /** The year of the question, or a number of years before: {@code this.on().getYear() - 1}. */
        record Year(int less) implements Argument {}

        /** A number of the law: {@code on(this, "cbdf", "persons-assessment")}. */
        record Threshold(String instrument, String name, int line) implements Argument {}

        record Whole(long value) implements Argument {}

        record Flag(boolean value) implements Argument {}

        /** A fact or a value of a fact, by its name in the {@link pujiang.compliance.FactDictionary}. */
        record Constant(String name) implements Argument {}
    }
}
