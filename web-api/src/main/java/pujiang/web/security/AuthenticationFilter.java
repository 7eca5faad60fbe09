package pujiang.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.concurrent.Callable;
import org.apache.shiro.subject.ExecutionException;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.web.mgt.WebSecurityManager;
import org.apache.shiro.web.subject.WebSubject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;
import pujiang.app.security.Accounts;

/**
 * Finds out who asks: a program by its bearer token, which makes no session, or a person by the session of the cookie.
 * A token that is not valid makes nobody, and whatever is not open then answers 401.
 */
final class AuthenticationFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AuthenticationFilter.class);
    private static final String BEARER = "Bearer ";

    private static final String SUBJECT = AuthenticationFilter.class.getName() + ".subject";

    private final WebSecurityManager security;
    private final Accounts accounts;

    AuthenticationFilter(WebSecurityManager security, Accounts accounts) {
        this.security = security;
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityHeaders.add(request, response);
        if (!identify(request, response)) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        var subject = (Subject) request.getAttribute(SUBJECT);
        if (subject.getPrincipal() != null) response.setHeader("Cache-Control", "no-store");
        run(subject, () -> {
            if (ActuatorAccess.mayPass(request, subject, response)) chain.doFilter(new Named(request), response);
            return true;
        });
    }

    /** An error is answered in a second dispatch, which must know who asked as well. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Whether the database could say who it is; until it has, and if it cannot, it is nobody. */
    private boolean identify(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(SUBJECT) != null) return true;
        request.setAttribute(SUBJECT, nobody());
        try {
            var header = request.getHeader("Authorization");
            var bearer = header != null && header.startsWith(BEARER);
            request.setAttribute(
                    SUBJECT, bearer ? program(header.substring(BEARER.length())) : person(request, response));
            return true;
        } catch (DataAccessException unreadable) {
            LOG.warn("Failed to authenticate request: {}", unreadable.getMessage());
            return false;
        }
    }

    private Subject nobody() {
        return withoutSession().buildSubject();
    }

    /** Its token has been checked; a login would begin a session for every request of a program. */
    private Subject program(String token) {
        return accounts.bearer(token)
                .map(authenticatedUser -> withoutSession()
                        .principals(AccountRealm.principals(authenticatedUser))
                        .authenticated(true)
                        .buildSubject())
                .orElseGet(this::nobody);
    }

    private Subject.Builder withoutSession() {
        return new Subject.Builder(security).sessionCreationEnabled(false);
    }

    /** Looked up with every request: who is suspended, or has a new password, is out at once. */
    private Subject person(HttpServletRequest request, HttpServletResponse response) {
        var subject = new WebSubject.Builder(security, request, response).buildWebSubject();
        var authenticatedUser = CurrentCaller.verified(subject);
        if (authenticatedUser != null && !accounts.stands(authenticatedUser)) subject.logout();
        return subject;
    }

    private static void run(Subject subject, Callable<Boolean> rest) throws IOException, ServletException {
        try {
            subject.execute(rest);
        } catch (ExecutionException wrapped) {
            switch (wrapped.getCause()) {
                case IOException io -> throw io;
                case ServletException servlet -> throw servlet;
                case RuntimeException runtime -> throw runtime;
                case null, default -> throw wrapped;
            }
        }
    }

    /** Tells the servlet world who asks; it is looked up when asked for, since a sign-in may happen in between. */
    private static final class Named extends HttpServletRequestWrapper {

        Named(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            return CurrentCaller.current()
                    .<Principal>map(caller -> caller::username)
                    .orElse(null);
        }
    }
}
