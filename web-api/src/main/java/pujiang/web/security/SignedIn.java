package pujiang.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.concurrent.Callable;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.BearerToken;
import org.apache.shiro.subject.ExecutionException;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.web.mgt.WebSecurityManager;
import org.apache.shiro.web.subject.WebSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks: a program by its bearer token, which makes no session, or a person by the session of the cookie.
 * A token that is not valid makes nobody, and whatever is not open then answers 401.
 */
final class SignedIn extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final WebSecurityManager security;

    SignedIn(WebSecurityManager security) {
        this.security = security;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var header = request.getHeader("Authorization");
        var subject = header != null && header.startsWith(BEARER)
                ? program(header.substring(BEARER.length()))
                : person(request, response);
        run(subject, () -> {
            SecurityHeaders.add(request, response);
            if (Operations.mayPass(request, subject, response)) chain.doFilter(new Named(request), response);
            return true;
        });
    }

    /** An error is answered in a second dispatch, which must know who asked as well. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private Subject program(String token) {
        var subject =
                new Subject.Builder(security).sessionCreationEnabled(false).buildSubject();
        try {
            subject.login(new BearerToken(token));
        } catch (AuthenticationException _) {
            // stays nobody
        }
        return subject;
    }

    private Subject person(HttpServletRequest request, HttpServletResponse response) {
        return new WebSubject.Builder(security, request, response).buildWebSubject();
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
            return Caller.current().<Principal>map(caller -> caller::username).orElse(null);
        }
    }
}
