package pujiang.app.security;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose credentials have been checked, as a session keeps it.
 *
 * @param epoch the account's at that time: with another one, this is over
 * @param token the id of the bearer token that was shown; null after a password
 */
public record AuthenticatedUser(Caller caller, int epoch, @Nullable String token) implements Serializable {

    private static final long serialVersionUID = 1L;

    static AuthenticatedUser byPassword(Account account) {
        return new AuthenticatedUser(account.caller(), account.epoch(), null);
    }
}
