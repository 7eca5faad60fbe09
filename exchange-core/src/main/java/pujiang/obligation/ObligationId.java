package pujiang.obligation;

import pujiang.digest.Sha256;
import pujiang.refusal.Identifiers;

/** The name of an obligation: the digest of its subject, so that a repeated finding does not open another. */
public record ObligationId(String value) {

    private static final int BYTES = 16;

    public ObligationId {
        Identifiers.check("obligation", value);
    }

    /** @param parts none of which holds a line break */
    static ObligationId of(String... parts) {
        return new ObligationId(
                "o-" + new Sha256().add(String.join("\n", parts)).hex(BYTES));
    }

    @Override
    public String toString() {
        return value;
    }
}
