package pujiang.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.shiro.subject.Subject;

/** Actuator's endpoints are not Spring MVC's: only health is for everybody, the rest is for who runs the exchange. */
final class ActuatorAccess {

    private ActuatorAccess() {}

    static boolean mayPass(HttpServletRequest request, Subject subject, HttpServletResponse response)
            throws IOException {
        // Decoded and without path parameters, as the endpoints are found: /%61ctuator is /actuator.
        var path = request.getServletPath();
        if (!path.startsWith("/actuator") || path.equals("/actuator/health")) return true;
        if (subject.isPermitted("operations:read")) return true;
        response.sendError(
                subject.getPrincipal() == null
                        ? HttpServletResponse.SC_UNAUTHORIZED
                        : HttpServletResponse.SC_FORBIDDEN);
        return false;
    }
}
