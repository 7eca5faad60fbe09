package pujiang.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.security.Access;
import pujiang.app.security.AccessLog;
import pujiang.app.security.AccessLog.Asked;
import pujiang.app.security.AccountRefusal.SignInsBusy;
import pujiang.app.security.AccountRefusal.SignInsSlowed;
import pujiang.app.security.Accounts;
import pujiang.app.security.AuthenticatedUser;
import pujiang.app.security.SignIns;
import pujiang.app.security.Source;
import pujiang.refusal.Refused;

/** Where people and programs come in with a password, and the access log is told of it. */
@Component
class PasswordSignIn {

    private final SignIns signIns;
    private final Accounts accounts;
    private final AccessLog log;

    PasswordSignIn(SignIns signIns, Accounts accounts, AccessLog log) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.log = log;
    }

    /**
     * Lets somebody in.
     *
     * @param next where somebody else has made the password, the user's own that replaces it
     * @param source from where; a browser that is named in it is known from then on
     * @return empty for whoever is not told why
     */
    Optional<AuthenticatedUser> enter(
            String username, String password, @Nullable String next, Source source, HttpServletRequest request) {
        try {
            var verified = next == null
                    ? signIns.check(username, password, source)
                    : accounts.choose(username, password, next, source);
            told(username, verified.orElse(null), HttpServletResponse.SC_UNAUTHORIZED, request);
            return verified;
        } catch (Refused refused) {
            // What was not looked at is no attempt, and a flood of it is not written down.
            if (!(refused.refusal() instanceof SignInsSlowed || refused.refusal() instanceof SignInsBusy)) {
                told(username, null, HttpServletResponse.SC_FORBIDDEN, request);
            }
            throw refused;
        }
    }

    private void told(
            String username, @Nullable AuthenticatedUser authenticatedUser, int otherwise, HttpServletRequest request) {
        var asked = new Asked(
                RequestSource.of(request).address(),
                request.getMethod(),
                request.getRequestURI(),
                authenticatedUser == null ? otherwise : HttpServletResponse.SC_OK);
        var kind = authenticatedUser == null ? Access.Kind.SIGN_IN_FAILED : Access.Kind.SIGNED_IN;
        log.add(
                kind,
                username,
                authenticatedUser == null ? null : authenticatedUser.caller().participant(),
                asked);
    }
}
