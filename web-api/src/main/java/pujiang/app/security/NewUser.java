package pujiang.app.security;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;

/**
 * An account to be opened.
 *
 * @param participant null for the exchange's own staff
 * @param person the number of the person on record whose account it is: of the exchange's own people, who have one
 *     account each; a participant that leaves it out answers for the user by name
 */
public record NewUser(
        String displayName,
        @Nullable ParticipantId participant,
        Set<Role> roles,
        String password,
        @Nullable String person) {

    boolean describes(Account account) {
        return account.displayName().equals(displayName)
                && Objects.equals(account.participant(), participant)
                && account.roles().equals(roles)
                && account.person().equals(personOr(account.username()));
    }

    /** The default for a participant is one account for each of its people. */
    String personOr(String username) {
        return person == null ? username : person;
    }

    /** A password is not for logs. */
    @Override
    public String toString() {
        return "NewUser[" + displayName + "]";
    }
}
