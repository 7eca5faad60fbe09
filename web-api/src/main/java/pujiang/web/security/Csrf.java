package pujiang.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.apache.shiro.subject.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A request that changes something and is made with a session must carry the session's own token, as a form field or a
 * header: another site can make a browser send the cookie, but cannot read the token.
 */
final class Csrf {

    static final String FIELD = "_csrf";
    private static final String HEADER = "X-CSRF-Token";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private Csrf() {}

    static boolean passes(HttpServletRequest request, Subject subject) {
        var expected = token(subject);
        if (expected == null || SAFE.contains(request.getMethod())) return true;
        var header = request.getHeader(HEADER);
        var given = header != null ? header : request.getParameter(FIELD);
        return given != null && MessageDigest.isEqual(bytes(given), bytes(expected));
    }

    /** The token of the session, null where there is none: a program with a bearer token has no session. */
    static @Nullable String token(Subject subject) {
        var session = subject.getSession(false);
        return session == null ? null : (String) session.getAttribute(FIELD);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
