package pujiang.app.security;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A user whose credentials have been checked, as stored in a session.
 *
 * @param epoch the account's at that time: with another one, the session is over
 * @param token the id of the bearer token of the request; null after a password
 */
public record AuthenticatedUser(Caller caller, int epoch, @Nullable String token) implements Serializable {

    private static final long serialVersionUID = 1L;

    static AuthenticatedUser byPassword(Account account) {
        return new AuthenticatedUser(account.caller(), account.epoch(), null);
    }
}
