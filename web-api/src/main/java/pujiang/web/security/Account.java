package pujiang.web.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;

/**
 * A user's account as it is stored.
 *
 * @param participant null for the exchange's own staff
 * @param epoch raised when everything that was signed in before has to end
 */
record Account(
        String username,
        String passwordHash,
        String displayName,
        @Nullable ParticipantId participant,
        Set<Role> roles,
        boolean enabled,
        int epoch) {

    Caller caller() {
        return new Caller(username, participant, roles);
    }

    /** A hash is not for logs. */
    @Override
    public String toString() {
        return "Account[" + username + "]";
    }
}
