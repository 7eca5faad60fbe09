package pujiang.web.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import pujiang.refusal.Refused;
import pujiang.web.request.BodyLimit;
import pujiang.web.request.RequestRefusal.Unauthenticated;

/**
 * Who wants what done once. Digests, because keys and bodies are of any length, and a body may hold what should not lie
 * about in a second place.
 *
 * @param caller keys of different callers never meet
 * @param key SHA-256 of the key, hexadecimal
 * @param fingerprint SHA-256 of method, address and body, hexadecimal: the same request byte for byte
 * @param operation method and address, as the exchange understands them: decoded, without query and path parameters
 */
record Claim(String caller, String key, String fingerprint, String operation) {

    /** Characters of an address that are kept. None of ours is as long. */
    private static final int LONGEST = 900;

    static Claim of(HttpServletRequest request) {
        var key = IdempotencyKey.of(keys(request));
        var principal = request.getUserPrincipal();
        if (principal == null) throw new Refused(new Unauthenticated());
        var address = "%s %s?%s\n"
                .formatted(
                        request.getMethod(),
                        request.getRequestURI(),
                        Objects.requireNonNullElse(request.getQueryString(), ""));
        return new Claim(
                principal.getName(),
                sha256(key.value().getBytes(StandardCharsets.UTF_8)),
                sha256(address.getBytes(StandardCharsets.UTF_8), body(request)),
                request.getMethod() + " " + start(request.getServletPath()));
    }

    private static String start(String path) {
        return path.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] body(HttpServletRequest request) {
        return isForm(request) ? written(request.getParameterMap()) : BodyLimit.bytes(request);
    }

    /** A form cannot send a header, and the server has read its fields before we could keep the bytes. */
    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static List<String> keys(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
        if (!headers.isEmpty() || !isForm(request)) return headers;
        var fields = request.getParameterValues(IdempotencyKey.FIELD);
        return fields == null ? List.of() : List.of(fields);
    }

    /** Unambiguous: lengths stand before names and values. */
    private static byte[] written(Map<String, String[]> fields) {
        var all = new StringBuilder();
        new TreeMap<>(fields).forEach((name, values) -> {
            all.append(name.length()).append(' ').append(name).append(' ').append(values.length);
            for (var value : values)
                all.append(' ').append(value.length()).append(' ').append(value);
            all.append('\n');
        });
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What may not run twice at a time. */
    Id id() {
        return new Id(caller, key);
    }

    record Id(String caller, String key) {}

    /** SHA-256, in hexadecimal, of the parts one after the other. */
    static String sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) digest.update(part);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }
}
