package pujiang.compliance;

/**
 * A decision as officers review it. An officer approves only the decision that was read.
 *
 * @param digest by which an officer names it
 * @param matter the reviewed part: {@link Decision#matter}
 */
public record DecisionUnderReview(String digest, String matter) {

    public static DecisionUnderReview of(Decision decision) {
        return new DecisionUnderReview(decision.digest(), decision.matter());
    }

    /** Whether an officer has read this decision. */
    public boolean isNamed(String read) {
        return digest.equals(read);
    }

    /** Whether the rules still give the same result on the same facts. */
    public boolean isAbout(Decision decision) {
        return matter.equals(decision.matter());
    }
}
