package pujiang.law;

/**
 * Two rules that a decision cannot please together, because of one fact.
 *
 * @param kind what is meant by that
 * @param one the rule that objected
 * @param other of the kind {@link Kind#EITHER_OBJECTS}, the rule that objects as soon as the first does not; of the kind
 *     {@link Kind#RELIEF_LOST}, the relief that goes with the first rule's objection
 * @param fact the one fact, by its dotted name
 * @param from what was known of it; {@code ?} if nothing was
 * @param to what the first rule asks for instead
 */
public record Contradiction(Kind kind, String one, String other, String fact, String from, String to) {

    /** What counts; each is tried on the law itself, on the facts of a decision that was made. */
    public enum Kind {
        /**
         * There is no value of the fact, among those that a party can bring about, at which neither objects; each is silent
         * at one of them; and neither offers another way out.
         */
        EITHER_OBJECTS,
        /** Mending what a rule denies takes away a relief that held, and a rule that the relief kept silent objects. */
        RELIEF_LOST
    }
}
