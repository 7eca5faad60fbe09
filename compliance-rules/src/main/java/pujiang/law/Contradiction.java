package pujiang.law;

/**
 * Two rules that cannot both be satisfied, because of one fact.
 *
 * @param kind the kind of contradiction
 * @param one the rule that fired
 * @param other of the kind {@link Kind#EITHER_OBJECTS}, the rule that fires as soon as the first does not; of the kind
 *     {@link Kind#RELIEF_LOST}, the rule whose exemption ends together with the finding of the first
 * @param fact the one fact, by its dotted name
 * @param from the known value; {@code ?} if unknown
 * @param to the value that the first rule requires
 */
public record Contradiction(Kind kind, String one, String other, String fact, String from, String to) {

    /** The kinds of contradiction. Each is found by evaluating the rules on the facts of a past decision. */
    public enum Kind {
        /**
         * No value of the fact that a party can bring about keeps both rules from firing, although each rule does not
         * fire at one of them. Neither rule has another remedy.
         */
        EITHER_OBJECTS,
        /** Remedying a denial ends an exemption, and the exempted rule then fires. */
        RELIEF_LOST
    }
}
