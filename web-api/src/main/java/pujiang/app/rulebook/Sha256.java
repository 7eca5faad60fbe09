package pujiang.app.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Digests over texts, each ended so that no two lists of texts have the same bytes. */
final class Sha256 {

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }

    Sha256 add(String text) {
        digest.update((text + "\0").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** @param texts in the order in which they are to be digested */
    static String of(Map<String, String> texts) {
        var all = new Sha256();
        texts.forEach((name, text) -> all.add(name).add(text));
        return all.text();
    }

    String text() {
        return "sha-256:" + HexFormat.of().formatHex(digest.digest());
    }
}
