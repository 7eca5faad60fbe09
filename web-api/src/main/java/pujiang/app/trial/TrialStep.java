package pujiang.app.trial;

import java.util.Arrays;
import java.util.Optional;

/** Requests to a trial, one after the other, and their possible results; each is sent as one letter. */
enum TrialStep {
    /** Compile this book; it comes first, and once. */
    BOOK('B'),
    /** Decide these questions, and list the rules that fired for each. */
    ASK('A'),
    /** Decide one, with the complete decision. */
    DECIDE('D'),
    /** Decide one, with the explanation of every rule. */
    EXPLAIN('E');

    private final char letter;

    TrialStep(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    static Optional<TrialStep> of(char letter) {
        return Arrays.stream(values()).filter(each -> each.letter == letter).findFirst();
    }

    /** The result of a step. */
    enum Ending {
        DONE('d'),
        /** The draft has faults: they follow. */
        FAULTY('f'),
        /** A limit of the rule engine itself was reached. */
        LATE('l'),
        /** Something failed: its text follows. */
        FAILED('x');

        private final char letter;

        Ending(char letter) {
            this.letter = letter;
        }

        char letter() {
            return letter;
        }

        static Optional<Ending> of(char letter) {
            return Arrays.stream(values()).filter(each -> each.letter == letter).findFirst();
        }
    }
}
