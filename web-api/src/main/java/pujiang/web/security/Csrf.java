package pujiang.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.apache.shiro.session.SessionException;
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
        if (SAFE.contains(request.getMethod()) || byToken(subject)) return true;
        if (fromElsewhere(request)) return false;
        if (subject.getPrincipal() == null) return true;
        var expected = token(subject);
        var header = request.getHeader(HEADER);
        var given = header != null ? header : request.getParameter(FIELD);
        return expected != null && given != null && MessageDigest.isEqual(bytes(given), bytes(expected));
    }

    /** The token of the session, null where there is none: a program with a bearer token has no session. */
    static @Nullable String token(Subject subject) {
        try {
            var session = subject.getSession(false);
            return session == null ? null : (String) session.getAttribute(FIELD);
        } catch (SessionException _) {
            // Signed out by another request, while this one was under way.
            return null;
        }
    }

    private static boolean byToken(Subject subject) {
        var authenticatedUser = CurrentCaller.verified(subject);
        return authenticatedUser != null && authenticatedUser.token() != null;
    }

    /**
     * Before there is a session there is no token to ask for, but a browser says where a request comes from: nobody is
     * signed in as somebody else from another site.
     */
    private static boolean fromElsewhere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
