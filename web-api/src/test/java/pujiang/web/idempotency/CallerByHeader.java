package pujiang.web.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** A request of whoever its header X-Caller says. */
final class CallerByHeader extends HttpServletRequestWrapper {

    CallerByHeader(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        var name = getHeader("X-Caller");
        return name == null ? null : () -> name;
    }
}
