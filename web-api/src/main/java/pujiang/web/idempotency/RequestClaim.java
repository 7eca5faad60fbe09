package pujiang.web.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import pujiang.app.idempotency.Claim;
import pujiang.app.idempotency.IdempotencyKey;
import pujiang.app.request.RequestRefusal.Unauthenticated;
import pujiang.digest.Sha256;
import pujiang.refusal.Refused;
import pujiang.web.request.BodyLimit;

/** The {@link Claim} of a request: by its caller, its Idempotency-Key, and every byte that it asks with. */
final class RequestClaim {

    /** Characters of an address that are kept. None of ours is as long. */
    private static final int LONGEST = 900;

    private RequestClaim() {}

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
                new Sha256().add(key.value()).hex(),
                new Sha256().add(address).add(body(request)).hex(),
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
}
