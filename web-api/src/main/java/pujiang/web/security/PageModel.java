package pujiang.web.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.shiro.SecurityUtils;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What every page shows of who is signed in and where the reader is. Attributes of the request, because a page that says
 * what went wrong has no model of a controller's.
 */
public final class PageModel implements HandlerInterceptor {

    /** What a link to the same page leaves out. */
    private static final Pattern TRANSIENT = Pattern.compile("&(?:lang|done)(?:=[^&]*)?(?=&|$)");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        tell(request);
        return true;
    }

    /** Again where a sign-out changed it within the request, and where there was no handler to stand before. */
    public static void tell(HttpServletRequest request) {
        request.setAttribute("caller", CurrentCaller.current().orElse(null));
        request.setAttribute("csrf", Csrf.token(SecurityUtils.getSubject()));
        request.setAttribute("here", here(request));
    }

    /** The page's own address, for a link to the same page in the other language; a form that was sent has none. */
    private static String here(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) return failed;
        if (!request.getMethod().equals("GET")) return "/";
        var query = TRANSIENT
                .matcher("&" + Objects.requireNonNullElse(request.getQueryString(), ""))
                .replaceAll("")
                .replaceFirst("^&", "");
        return ReturnPath.of(request.getRequestURI() + (query.isEmpty() ? "" : "?" + query))
                .value();
    }
}
