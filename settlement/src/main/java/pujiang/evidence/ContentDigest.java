package pujiang.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Both digests that name a delivered content, taken while its bytes pass by. Finished once. */
public final class ContentDigest {

    private final MessageDigest sha256;
    private final SM3Digest sm3 = new SM3Digest();

    public ContentDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }

    public void update(byte[] bytes, int count) {
        sha256.update(bytes, 0, count);
        sm3.update(bytes, 0, count);
    }

    public Digested finish() {
        var hash = new byte[sm3.getDigestSize()];
        sm3.doFinal(hash, 0);
        return new Digested(HexFormat.of().formatHex(sha256.digest()), HexFormat.of().formatHex(hash));
    }

    /** Lower-case hexadecimal. */
    public record Digested(String sha256, String sm3) {}
}
