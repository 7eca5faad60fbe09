package pujiang.app.security;

import java.time.Instant;

/**
 * A password that the exchange made for somebody who has lost theirs, for the only time.
 *
 * @param password opens nothing by itself: at the first sign-in the user chooses another
 * @param expires until when it can be used for that
 */
public record InitialPassword(String username, String password, Instant expires) {

    /** A secret is not for logs. */
    @Override
    public String toString() {
        return "InitialPassword[" + username + "]";
    }
}
