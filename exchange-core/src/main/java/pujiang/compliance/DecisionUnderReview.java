package pujiang.compliance;

/**
 * An answer of the law that lies before officers, as they are bound to it: nobody lets pass what nobody has read.
 *
 * @param digest by which an officer names it
 * @param matter what was looked at: {@link Decision#matter}
 */
public record DecisionUnderReview(String digest, String matter) {

    public static DecisionUnderReview of(Decision decision) {
        return new DecisionUnderReview(decision.digest(), decision.matter());
    }

    /** Whether this is the one that an officer has read. */
    public boolean isNamed(String read) {
        return digest.equals(read);
    }

    /** Whether the law still says the same of the same facts. */
    public boolean isAbout(Decision decision) {
        return matter.equals(decision.matter());
    }
}
