package pujiang.app.security;

import java.time.Instant;

/** A new token, with its secret for the only time. */
public record IssuedToken(String id, String name, Instant expires, String token) {

    /** A secret is not for logs. */
    @Override
    public String toString() {
        return "IssuedToken[" + id + "]";
    }
}
