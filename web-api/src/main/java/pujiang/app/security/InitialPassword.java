package pujiang.app.security;

import java.time.Instant;

/**
 * A password that the exchange made for a user who has lost theirs, shown once.
 *
 * @param password serves only to choose another at the first sign-in
 * @param expires until when it can be used for that
 */
public record InitialPassword(String username, String password, Instant expires) {

    /** A secret is not for logs. */
    @Override
    public String toString() {
        return "InitialPassword[" + username + "]";
    }
}
