package pujiang.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import pujiang.app.security.Access;
import pujiang.app.security.AccessLog;
import pujiang.app.security.AccessLog.Asked;

/** Reports reads and refusals to the access log. Changes are in the events, with their actor. */
final class AccessLogInterceptor implements HandlerInterceptor {

    /** What is open to all who trade here, and one's own account. */
    private static final Set<String> NOT_KEPT = Set.of("listing:read", "law:ask", "self:manage", "operations:read");

    private static final Set<Integer> REFUSALS =
            Set.of(HttpServletResponse.SC_FORBIDDEN, HttpServletResponse.SC_NOT_FOUND);

    private final AccessLog log;

    AccessLogInterceptor(AccessLog log) {
        this.log = log;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        var caller = CurrentCaller.current().orElse(null);
        if (caller == null || !(handler instanceof HandlerMethod method)) return;
        var refused = REFUSALS.contains(response.getStatus());
        if (!refused && !reads(request, response, method)) return;
        var asked = new Asked(
                RequestSource.of(request).address(), request.getMethod(), path(request), response.getStatus());
        log.add(refused ? Access.Kind.REFUSED : Access.Kind.READ, caller.username(), caller.participant(), asked);
    }

    private static boolean reads(HttpServletRequest request, HttpServletResponse response, HandlerMethod method) {
        var requires = method.getMethodAnnotation(Requires.class);
        return requires != null
                && !NOT_KEPT.contains(requires.value())
                && request.getMethod().equals("GET")
                && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST;
    }

    /** Whoever knows the token of a download fetches it: of that, the address is kept as the interface writes it. */
    private static String path(HttpServletRequest request) {
        var pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return pattern.contains("{token}") ? pattern : request.getRequestURI();
    }
}
