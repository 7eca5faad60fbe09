package pujiang.evidence;

import java.util.Optional;

/**
 * One thing that anybody can check about a signed statement.
 *
 * @param difference what does not fit; empty if all is well
 */
public record Checked(Part part, Optional<String> difference) {

    static Checked holds(Part part) {
        return new Checked(part, Optional.empty());
    }

    static Checked differs(Part part, String difference) {
        return new Checked(part, Optional.of(difference));
    }

    public boolean holds() {
        return difference.isEmpty();
    }

    /** In the order in which they are checked: each makes sense only if those before it hold. */
    public enum Part {
        /** The statement is the one whose digest is named. */
        DIGEST,
        /** The keys are those that the attestation and their own name speak of. */
        KEY,
        SM2,
        ED25519,
        /** The log's owner signed the size and the root. */
        CHECKPOINT,
        /** The statement is in the log of that size and root. */
        INCLUSION
    }
}
