package pujiang.web.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;

/**
 * A user as colleagues see it.
 *
 * @param participant null for the exchange's own staff
 * @param enabled false while suspended
 */
public record UserView(
        String username, String displayName, @Nullable ParticipantId participant, Set<Role> roles, boolean enabled) {

    static UserView of(Account account) {
        return new UserView(
                account.username(), account.displayName(), account.participant(), account.roles(), account.enabled());
    }
}
