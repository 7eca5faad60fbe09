package pujiang.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** SHA-256 (FIPS 180-4) of what is added to it. The result is read once, at the end. */
public final class Sha256 {

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }

    /** Of texts under their names, in the order of the map. */
    public static String named(Map<String, String> texts) {
        var all = new Sha256();
        texts.forEach((name, text) -> all.addEnded(name).addEnded(text));
        return all.named();
    }

    public Sha256 add(byte[] bytes) {
        return add(bytes, bytes.length);
    }

    /** @param length how many bytes are added, from the first on */
    public Sha256 add(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        return this;
    }

    /** Its UTF-8 bytes. */
    public Sha256 add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With a zero byte at its end: two lists of texts are different bytes even if their texts joined are the same. */
    public Sha256 addEnded(String text) {
        return add(text + "\0");
    }

    public byte[] bytes() {
        return digest.digest();
    }

    /** In lower case. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /** Its first bytes, in lower case. */
    public String hex(int bytes) {
        return HexFormat.of().formatHex(bytes(), 0, bytes);
    }

    /** With the name of the algorithm: {@code sha-256:e3b0c442…}. */
    public String named() {
        return "sha-256:" + hex();
    }
}
