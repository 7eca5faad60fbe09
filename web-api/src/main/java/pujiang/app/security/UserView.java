package pujiang.app.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;

/**
 * A user as colleagues see it.
 *
 * @param participant null for exchange staff
 * @param enabled false while suspended, and before a staff user is admitted
 * @param person on record as the holder of the account
 * @param awaits what a second person has to confirm before any sign-in; null for no confirmation
 */
public record UserView(
        String username,
        String displayName,
        @Nullable ParticipantId participant,
        Set<Role> roles,
        boolean enabled,
        String person,
        @Nullable PendingConfirmation awaits) {

    static UserView of(Account account) {
        return new UserView(
                account.username(),
                account.displayName(),
                account.participant(),
                account.roles(),
                account.enabled(),
                account.person(),
                account.awaits() == null ? null : account.awaits().what());
    }
}
