package pujiang.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** SHA-256 (FIPS 180-4) of the added bytes. The result is read once, at the end. */
public final class Sha256 {

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }

    /** The digest of texts with their names, in the order of the map. */
    public static String named(Map<String, String> texts) {
        var all = new Sha256();
        texts.forEach((name, text) -> all.addEnded(name).addEnded(text));
        return all.named();
    }

    public Sha256 add(byte[] bytes) {
        return add(bytes, bytes.length);
    }

    /** @param length how many bytes are added, from the start */
    public Sha256 add(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        return this;
    }

    /** Adds the UTF-8 bytes of the text. */
    public Sha256 add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the text and a zero byte: lists of texts with the same concatenation then differ. */
    public Sha256 addEnded(String text) {
        return add(text + "\0");
    }

    public byte[] bytes() {
        return digest.digest();
    }

    /** The digest in lower case. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /** The first bytes of the digest, in lower case. */
    public String hex(int bytes) {
        return HexFormat.of().formatHex(bytes(), 0, bytes);
    }

    /** The digest with the name of the algorithm: {@code sha-256:e3b0c442…}. */
    public String named() {
        return "sha-256:" + hex();
    }
}
