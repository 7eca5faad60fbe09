package pujiang.evidence;

import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import pujiang.digest.Sha256;

/** SHA-256 and SM3 (GB/T 32905) of a stream of bytes; the bytes are not kept. */
public final class ContentDigests {

    private final Sha256 sha256 = new Sha256();
    private final SM3Digest sm3 = new SM3Digest();

    public void update(byte[] bytes, int length) {
        sha256.add(bytes, length);
        sm3.update(bytes, 0, length);
    }

    /** Lower-case hexadecimal; call it once, at the end. */
    public String sha256() {
        return sha256.hex();
    }

    /** Lower-case hexadecimal; call it once, at the end. */
    public String sm3() {
        var digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        return HexFormat.of().formatHex(digest);
    }
}
