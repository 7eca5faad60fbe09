package pujiang.app.paging;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that seals cursors. All processes of an exchange share it, since any of them may serve the next page. */
public final class CursorKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public CursorKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    byte[] seal(String list, byte[] place, int bytes) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(place), bytes);
        } catch (GeneralSecurityException e) {
            throw new LinkageError("every Java platform has " + ALGORITHM, e);
        }
    }
}
