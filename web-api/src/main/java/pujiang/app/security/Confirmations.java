package pujiang.app.security;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pujiang.app.request.RequestRefusal.ChangedMeanwhile;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.refusal.SeparationOfDuties;

/**
 * Two people stand behind each account of the exchange's own: one opens it, or resets its password, and another, who has
 * seen whose it is, lets the user in.
 */
@Component
public class Confirmations {

    private static final Logger LOG = LoggerFactory.getLogger(Confirmations.class);

    private final UserBoard users;
    private final StaffBoard staff;

    Confirmations(UserBoard users, StaffBoard staff) {
        this.users = users;
        this.staff = staff;
    }

    /**
     * Officers whose password was reset, while nobody has confirmed it: what they have approved of what is still pending
     * does not count.
     */
    public Set<String> frozen() {
        return staff.reset();
    }

    /**
     * Lets the user in. The same again changes nothing.
     *
     * @param person whom the second person knows the user to be
     */
    public UserView confirm(String username, String person, Caller caller) {
        var account = users.find(username)
                .filter(found -> found.participant() == null)
                .orElseThrow(() -> new Refused(new AccountRefusal.Unknown(username)));
        if (SeparationOfDuties.ENTERS_AND_ADMITS.brokenBy(username, caller.username())) {
            throw new Refused(new AccountRefusal.Own());
        }
        if (!account.person().equals(person)) {
            throw Invalid.at("person", "person.other", "must be the person on record for this account");
        }
        var awaited = account.awaits();
        if (awaited == null) return UserView.of(account);
        if (separation(awaited.what()).brokenBy(awaited.askedBy(), caller.username())) {
            throw new Refused(new AccountRefusal.SecondPersonNeeded(username));
        }
        if (!staff.confirm(username, awaited)) throw new Refused(new ChangedMeanwhile());
        LOG.info("{} confirmed the {} of the account {}", caller.username(), awaited.what(), username);
        return users.find(username).map(UserView::of).orElseThrow();
    }

    private static SeparationOfDuties separation(PendingConfirmation what) {
        return switch (what) {
            case ADMISSION -> SeparationOfDuties.OPENS_AND_ADMITS;
            case RESET -> SeparationOfDuties.RESETS_AND_CONFIRMS;
        };
    }

    /** At the word of whoever starts the exchange, where it has nobody else to confirm it. */
    public void confirmAtStart(String username) {
        users.find(username).map(Account::awaits).ifPresent(awaited -> {
            if (staff.confirm(username, awaited)) {
                LOG.warn("The start confirmed the {} of the account {}", awaited.what(), username);
            }
        });
    }
}
