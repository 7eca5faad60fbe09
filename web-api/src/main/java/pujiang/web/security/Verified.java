package pujiang.web.security;

import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.subject.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose credentials have been checked, as Shiro keeps it in a session.
 *
 * @param epoch the account's at that time: with another one, this is over
 * @param token the id of the bearer token that was shown; null after a password
 */
record Verified(Caller caller, int epoch, @Nullable String token) implements AuthenticationToken {

    private static final long serialVersionUID = 1L;

    static Verified byPassword(Account account) {
        return new Verified(account.caller(), account.epoch(), null);
    }

    /** How the subject was verified; null for nobody. */
    static @Nullable Verified of(Subject subject) {
        var principals = subject.getPrincipals();
        return principals == null ? null : principals.oneByType(Verified.class);
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
