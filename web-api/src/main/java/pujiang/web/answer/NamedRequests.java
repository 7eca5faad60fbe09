package pujiang.web.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before all others, so that every log entry and answer names the request. */
final class NamedRequests extends OncePerRequestFilter {

    private static final String IN_LOG = "request";

    private final Clock clock;

    NamedRequests(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        MDC.put(IN_LOG, RequestId.give(request, response, clock));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(IN_LOG);
        }
    }

    /** An error is answered in a second dispatch, which is the same request. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
