package pujiang.rulebook;

import pujiang.rulebook.RuleBookEvent.RuleBookActivated;

/** The rule book in force according to the events. */
sealed interface RuleBookState {

    /** The rule book of the program, which only the program knows. */
    record AsDelivered() implements RuleBookState {}

    record Activated(String book) implements RuleBookState {}

    default RuleBookState after(RuleBookEvent event) {
        return switch (event) {
            case RuleBookActivated activated -> new Activated(activated.book());
        };
    }
}
