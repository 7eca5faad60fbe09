package pujiang.rulebook;

import pujiang.rulebook.RuleBookEvent.RuleBookActivated;

/** Which book the history knows to be in force. */
sealed interface RuleBookState {

    /** The one that comes with the program; which that is, the program knows. */
    record AsDelivered() implements RuleBookState {}

    record Activated(String book) implements RuleBookState {}

    default RuleBookState after(RuleBookEvent event) {
        return switch (event) {
            case RuleBookActivated activated -> new Activated(activated.book());
        };
    }
}
