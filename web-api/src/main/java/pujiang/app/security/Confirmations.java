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
 * Confirms staff accounts by two persons: one opens the account, or resets its password, and another, who has verified
 * the holder, admits the user.
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

    /** Officers with a reset password that is not confirmed: their approvals of pending matters do not count. */
    public Set<String> frozen() {
        return staff.reset();
    }

    /**
     * Admits the user. The same request again changes nothing.
     *
     * @param person the holder, as verified by the second person
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

    /** For the person who starts the exchange, where no other can confirm it. */
    public void confirmAtStart(String username) {
        users.find(username).map(Account::awaits).ifPresent(awaited -> {
            if (staff.confirm(username, awaited)) {
                LOG.warn("The start confirmed the {} of the account {}", awaited.what(), username);
            }
        });
    }
}
