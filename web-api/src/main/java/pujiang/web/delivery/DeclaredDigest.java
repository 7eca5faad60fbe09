package pujiang.web.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.web.delivery.ContentRefusal.DigestMismatch;

/**
 * What an upload says its bytes are: the address names their SHA-256, and where a header names it too (RFC 9530, or its
 * predecessor RFC 3230), both must say the same.
 */
record DeclaredDigest(String sha256) {

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern STRUCTURED = Pattern.compile("sha-256=:([A-Za-z0-9+/=]+):");
    private static final Pattern OLD = Pattern.compile("(?i:sha-256)=([A-Za-z0-9+/]{43}=)");

    DeclaredDigest {
        if (!HEXADECIMAL.matcher(sha256).matches()) {
            throw Invalid.at("sha256", "digest.malformed", "must be 64 lower-case hexadecimal digits");
        }
    }

    /** As the receiver of the bytes may check them. */
    String header() {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
    }

    void mustAgreeWith(HttpServletRequest request) {
        for (var header : List.of("Repr-Digest", "Content-Digest")) {
            Collections.list(request.getHeaders(header)).forEach(value -> mustAgree(STRUCTURED, value));
        }
        Collections.list(request.getHeaders("Digest")).forEach(value -> mustAgree(OLD, value));
    }

    private void mustAgree(Pattern form, String value) {
        var found = form.matcher(value);
        while (found.find()) {
            var other = hexadecimal(found.group(1));
            if (!other.equals(sha256)) throw new Refused(new DigestMismatch(other, sha256));
        }
    }

    private static String hexadecimal(String base64) {
        try {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            throw Invalid.at("sha256", "digest.malformed", "must be Base64 between colons in the header");
        }
    }
}
