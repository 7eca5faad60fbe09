package pujiang.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SHA-256 and SM3 (GB/T 32905) of bytes as they pass by; nothing is kept of them. */
public final class ContentDigests {

    private final MessageDigest sha256;
    private final SM3Digest sm3 = new SM3Digest();

    public ContentDigests() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }

    public void update(byte[] bytes, int length) {
        sha256.update(bytes, 0, length);
        sm3.update(bytes, 0, length);
    }

    /** Lower-case hexadecimal; to be asked once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** Lower-case hexadecimal; to be asked once, at the end. */
    public String sm3() {
        var digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        return HexFormat.of().formatHex(digest);
    }
}
