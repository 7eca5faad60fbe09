package pujiang.app.security;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who came to what, and was let in or refused.
 *
 * @param number in the order of writing; each process writes its own in turn
 * @param username as it was given, where a sign-in failed
 * @param participant null for the exchange's own people, and where a sign-in failed
 * @param source the address, or the network of one
 * @param path without what follows the question mark, and without what is secret in it
 * @param status of the answer
 */
public record Access(
        long number,
        Instant at,
        Kind kind,
        String username,
        @Nullable String participant,
        String source,
        String method,
        String path,
        int status) {

    /** Why it is kept. */
    public enum Kind {
        SIGNED_IN,
        SIGN_IN_FAILED,
        /** Somebody signed in may not, or it is not there for them. */
        REFUSED,
        /** What is personal, or is of somebody's trade. */
        READ
    }

    /** A place in the list, which is newest first. */
    public record Place(long number) {

        public static List<String> of(Access access) {
            return List.of(Long.toString(access.number()));
        }

        public static Place of(List<String> parts) {
            return new Place(Long.parseLong(parts.getFirst()));
        }
    }
}
