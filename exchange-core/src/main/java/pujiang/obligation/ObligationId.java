package pujiang.obligation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import pujiang.refusal.Identifiers;

/** The name of an obligation: what it is about, digested, so that the same one is opened once whoever finds it again. */
public record ObligationId(String value) {

    private static final int BYTES = 16;

    public ObligationId {
        Identifiers.check("obligation", value);
    }

    /** @param parts none of which holds a line break */
    static ObligationId of(String... parts) {
        try {
            var text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            var digest = MessageDigest.getInstance("SHA-256").digest(text);
            return new ObligationId("o-" + HexFormat.of().formatHex(digest, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
