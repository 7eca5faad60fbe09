package pujiang.app.security;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pujiang.app.request.RequestRefusal.Forbidden;
import pujiang.app.request.RequestRefusal.OtherContent;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.refusal.SeparationOfDuties;
import pujiang.stop.Ground;
import pujiang.stop.StopRefusal;

/** Users as their admins see them: a participant's admin sees colleagues, the operator sees all. */
@Component
public class UserAdministration {

    private static final Logger LOG = LoggerFactory.getLogger(UserAdministration.class);

    private final Accounts accounts;
    private final UserBoard board;
    private final SignIns signIns;
    private final ParticipantDirectory participantDirectory;

    UserAdministration(Accounts accounts, UserBoard board, SignIns signIns, ParticipantDirectory participantDirectory) {
        this.accounts = accounts;
        this.board = board;
        this.signIns = signIns;
        this.participantDirectory = participantDirectory;
    }

    /**
     * Opens an account, once: the same content again changes nothing.
     *
     * @return whether it is new
     */
    public boolean open(String username, NewUser user, Caller caller, Source source) {
        reachable(user.participant(), caller);
        mayBeCalled(username, user.participant(), caller);
        if (!accounts.exists(username) && accounts.insert(username, user, caller.username(), source)) {
            LOG.info("{} opened the account {}", caller.username(), username);
            return true;
        }
        var earlier =
                visible(username, caller).orElseThrow(() -> new Refused(new AccountRefusal.UsernameTaken(username)));
        // Last, since a wrong password counts as a failed sign-in: passwords cannot be tried out here either.
        if (user.describes(earlier) && signIns.fits(earlier, user.password(), source)) return false;
        throw new Refused(new OtherContent(username));
    }

    public List<UserView> list(@Nullable ParticipantId participant, String after, int most, Caller caller) {
        var whose = caller.staff() ? participant : caller.own();
        if (participant != null && !participant.equals(whose)) return List.of();
        return board.list(whose, after, most).stream().map(UserView::of).toList();
    }

    public UserView get(String username, Caller caller) {
        return visible(username, caller)
                .map(UserView::of)
                .orElseThrow(() -> new Refused(new AccountRefusal.Unknown(username)));
    }

    /** Users cannot suspend themselves, so that one operator is always left who can reinstate. */
    public UserView suspend(String username, Caller caller) {
        var _ = get(username, caller);
        mustBeAnothers(SeparationOfDuties.HAS_AND_SUSPENDS, username, caller);
        accounts.suspend(username, caller.staff());
        LOG.info("{} suspended the account {}", caller.username(), username);
        return get(username, caller);
    }

    public UserView reinstate(String username, Caller caller) {
        mustBeAdmitted(get(username, caller));
        if (!caller.staff() && board.isStoppedByTheExchange(username)) throw notTheirs(username);
        accounts.reinstate(username);
        LOG.info("{} reinstated the account {}", caller.username(), username);
        return get(username, caller);
    }

    private static void mustBeAnothers(SeparationOfDuties separationOfDuties, String username, Caller caller) {
        if (separationOfDuties.brokenBy(username, caller.username())) throw new Refused(new AccountRefusal.Own());
    }

    private static void mustBeAdmitted(UserView user) {
        if (user.awaits() == PendingConfirmation.ADMISSION) {
            throw new Refused(new AccountRefusal.SecondPersonNeeded(user.username()));
        }
    }

    /** Only the exchange reinstates users that it has suspended. */
    private static Refused notTheirs(String username) {
        return new Refused(StopRefusal.NotYours.of("user " + username, Ground.OPERATOR_ORDER));
    }

    /**
     * The same admins as for a suspension, without more power: the user notices, since the old password no longer
     * works.
     */
    public InitialPassword resetPassword(String username, Caller caller, Source source) {
        mustBeAdmitted(get(username, caller));
        mustBeAnothers(SeparationOfDuties.HAS_AND_RESETS, username, caller);
        var made = accounts.resetPassword(username, caller.username(), source);
        LOG.info("{} reset the password of the account {}", caller.username(), username);
        return made;
    }

    private Optional<Account> visible(String username, Caller caller) {
        return board.find(username)
                .filter(account -> caller.staff() || Objects.equals(account.participant(), caller.participant()));
    }

    /**
     * A participant's admin gives only names of its own participant, and only its admins give such names: so an admin
     * cannot find out the user names of another participant.
     */
    private static void mayBeCalled(String username, @Nullable ParticipantId participant, Caller caller) {
        var house = username.indexOf('@') < 0 ? "" : username.substring(username.indexOf('@') + 1);
        var own = participant != null && house.equals(participant.value());
        if (own || (house.isEmpty() && caller.staff())) return;
        throw Invalid.at(
                "username",
                "username.foreign",
                participant == null
                        ? "must not end with @ and a participant"
                        : "must be a name, @ and the participant: name@" + participant);
    }

    private void reachable(@Nullable ParticipantId participant, Caller caller) {
        if (participant == null) {
            if (!caller.staff()) throw new Refused(new Forbidden());
        } else if (!(caller.staff() || caller.actsFor(participant)) || !participantDirectory.known(participant)) {
            throw new Refused(new ParticipantRefusal.Unknown(participant));
        }
    }
}
