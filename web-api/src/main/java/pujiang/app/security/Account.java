package pujiang.app.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;

/**
 * A user's account as it is stored.
 *
 * @param participant null for the exchange's own staff
 * @param initialUntil null for a password of one's own; else somebody else made it, who opened the account or reset it,
 *     and until then it is good for choosing one's own, and for nothing else
 * @param person on record as the one whose it is
 * @param awaits what a second person has to confirm before it is used; null for nothing
 * @param epoch raised when everything that was signed in before has to end
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

    /** Whether somebody else made its password, which is only good for choosing another. */
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
