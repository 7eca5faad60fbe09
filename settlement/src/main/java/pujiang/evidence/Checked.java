package pujiang.evidence;

import java.util.Optional;

/**
 * One check of a signed statement, which third parties can repeat.
 *
 * @param difference the mismatch; empty if the check succeeds
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

    /** In the order of the checks: each requires the success of those before it. */
    public enum Part {
        /** The digest is that of the statement. */
        DIGEST,
        /** The keys match the attestation and their name. */
        KEY,
        SM2,
        ED25519,
        /** The log's owner signed the size and the root. */
        CHECKPOINT,
        /** The statement is in the log of that size and root. */
        INCLUSION
    }
}
