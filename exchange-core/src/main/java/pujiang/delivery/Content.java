package pujiang.delivery;

import java.util.regex.Pattern;
import pujiang.refusal.Invalid;

/**
 * The delivered bytes, identified by their digests.
 *
 * @param sha256 SHA-256 of the bytes, lower-case hexadecimal
 * @param sm3 SM3 (GB/T 32905) of the bytes, lower-case hexadecimal
 * @param size in bytes
 * @param mediaType for example {@code text/csv}
 */
public record Content(String sha256, String sm3, long size, String mediaType) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public Content {
        if (!DIGEST.matcher(sha256).matches()) throw malformed("content.sha256");
        if (!DIGEST.matcher(sm3).matches()) throw malformed("content.sm3");
        if (size < 0) throw Invalid.at("content.size", "number.out-of-range", "must not be negative");
    }

    private static Invalid malformed(String path) {
        return Invalid.at(path, "digest.malformed", "must be 64 lower-case hexadecimal digits");
    }
}
