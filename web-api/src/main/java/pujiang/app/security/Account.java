package pujiang.app.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;

/**
 * A stored user account.
 *
 * @param participant null for exchange staff
 * @param initialUntil null for a password chosen by the user; else the password was made by another user, who opened
 * the account or reset it, and until then it serves only to choose a new one
 * @param person on record as the holder
 * @param awaits what a second person has to confirm before it is used; null for no confirmation
 * @param epoch raised to end all existing sign-ins
 */
public record Account(
        String username,
        String passwordHash,
        String displayName,
        @Nullable ParticipantId participant,
        Set<Role> roles,
        boolean enabled,
        @Nullable Instant initialUntil,
        int epoch,
        String person,
        @Nullable Confirmation awaits) {

    /** Whether its password was made by another user and serves only to choose a new one. */
    boolean initial() {
        return initialUntil != null;
    }

    boolean expired(Instant now) {
        return initialUntil != null && !now.isBefore(initialUntil);
    }

    Caller caller() {
        return new Caller(username, participant, roles);
    }

    /** A hash is not for logs. */
    @Override
    public String toString() {
        return "Account[" + username + "]";
    }
}
