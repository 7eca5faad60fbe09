package pujiang.app.security;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An access with its user, target and result.
 *
 * @param number in the order of writing; each process writes its own in turn
 * @param username as it was given, where a sign-in failed
 * @param participant null for exchange staff, and where a sign-in failed
 * @param source the address, or the network of one
 * @param path without the query, and without secrets in it
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

    /** The reason for the record. */
    public enum Kind {
        SIGNED_IN,
        SIGN_IN_FAILED,
        /** A signed-in user is not permitted, or the target does not exist for this user. */
        REFUSED,
        /** Personal data, or data of a trade. */
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
