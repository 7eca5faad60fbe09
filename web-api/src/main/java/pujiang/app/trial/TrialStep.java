package pujiang.app.trial;

import java.util.Arrays;
import java.util.Optional;

/** What is asked of a trial, one after the other, and how it may come out; each travels as one letter. */
enum TrialStep {
    /** Compile this book; it comes first, and once. */
    BOOK('B'),
    /** Decide these questions, and tell of each which rules spoke. */
    ASK('A'),
    /** Decide one, and tell it whole. */
    DECIDE('D'),
    /** Decide one, and tell of every rule why. */
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

    /** How a step came out. */
    enum Ending {
        DONE('d'),
        /** The draft has faults: they follow. */
        FAULTY('f'),
        /** A limit of the law's own was reached. */
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
