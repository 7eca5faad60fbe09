package pujiang.web.security;

import java.util.Optional;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.subject.Subject;
import org.jspecify.annotations.Nullable;
import pujiang.app.request.RequestRefusal.Unauthenticated;
import pujiang.app.security.AuthenticatedUser;
import pujiang.app.security.Caller;
import pujiang.refusal.Refused;

/** The caller of the request on this thread. */
final class CurrentCaller {

    private CurrentCaller() {}

    /** The caller, if the request has one. */
    static Optional<Caller> current() {
        return SecurityUtils.getSubject().getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** @throws Refused if the request has no caller */
    static Caller required() {
        return current().orElseThrow(() -> new Refused(new Unauthenticated()));
    }

    /** How the subject was verified; null for nobody. */
    static @Nullable AuthenticatedUser verified(Subject subject) {
        var principals = subject.getPrincipals();
        return principals == null ? null : principals.oneByType(AuthenticatedUser.class);
    }
}
