package pujiang.web.security;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal;
import pujiang.refusal.Refused;
import pujiang.stop.Ground;
import pujiang.stop.StopRefusal;
import pujiang.web.request.RequestRefusal.Forbidden;
import pujiang.web.request.RequestRefusal.OtherContent;
import pujiang.web.security.Users.NewUser;

/** Users as their admins see them: a participant's admin its own colleagues, the operator everybody. */
@Component
class Colleagues {

    private static final Logger LOG = LoggerFactory.getLogger(Colleagues.class);

    private final Accounts accounts;
    private final UserBoard board;
    private final SignIns signIns;
    private final Affiliations affiliations;

    Colleagues(Accounts accounts, UserBoard board, SignIns signIns, Affiliations affiliations) {
        this.accounts = accounts;
        this.board = board;
        this.signIns = signIns;
        this.affiliations = affiliations;
    }

    /**
     * Opens an account, once: the same content again changes nothing.
     *
     * @return whether it is new
     */
    boolean open(String username, NewUser user, Caller caller) {
        reachable(user.participant(), caller);
        if (!accounts.exists(username)
                && accounts.insert(username, user.displayName(), user.participant(), user.roles(), user.password())) {
            LOG.info("{} opened the account {}", caller.username(), username);
            return true;
        }
        var earlier =
                visible(username, caller).orElseThrow(() -> new Refused(new AccountRefusal.UsernameTaken(username)));
        // Last, since a wrong password counts as a failed sign-in: nobody tries passwords out here either.
        if (user.describes(earlier)
                && signIns.account(username, user.password()).isPresent()) return false;
        throw new Refused(new OtherContent(username));
    }

    List<UserView> list(@Nullable ParticipantId participant, String after, int most, Caller caller) {
        var whose = caller.staff() ? participant : caller.own();
        if (participant != null && !participant.equals(whose)) return List.of();
        return board.list(whose, after, most).stream().map(UserView::of).toList();
    }

    UserView get(String username, Caller caller) {
        return visible(username, caller)
                .map(UserView::of)
                .orElseThrow(() -> new Refused(new AccountRefusal.Unknown(username)));
    }

    /** Nobody suspends itself, so that there is always an operator left who can reinstate. */
    UserView suspend(String username, Caller caller) {
        var _ = get(username, caller);
        if (username.equals(caller.username())) throw new Refused(new AccountRefusal.Own());
        accounts.suspend(username, caller.staff());
        LOG.info("{} suspended the account {}", caller.username(), username);
        return get(username, caller);
    }

    UserView reinstate(String username, Caller caller) {
        var _ = get(username, caller);
        if (!caller.staff() && board.isStoppedByTheExchange(username)) throw notTheirs(username);
        accounts.reinstate(username);
        LOG.info("{} reinstated the account {}", caller.username(), username);
        return get(username, caller);
    }

    /** Whom the exchange has suspended, only the exchange lets in again. */
    private static Refused notTheirs(String username) {
        return new Refused(StopRefusal.NotYours.of("user " + username, Ground.OPERATOR_ORDER));
    }

    /** By whom it can be suspended, and no more than that: the user notices, since the old password is no longer one. */
    InitialPassword resetPassword(String username, Caller caller) {
        var _ = get(username, caller);
        if (username.equals(caller.username())) throw new Refused(new AccountRefusal.Own());
        var made = accounts.resetPassword(username);
        LOG.info("{} reset the password of the account {}", caller.username(), username);
        return made;
    }

    private Optional<Account> visible(String username, Caller caller) {
        return board.find(username)
                .filter(account -> caller.staff() || Objects.equals(account.participant(), caller.participant()));
    }

    private void reachable(@Nullable ParticipantId participant, Caller caller) {
        if (participant == null) {
            if (!caller.staff()) throw new Refused(new Forbidden());
        } else if (!(caller.staff() || caller.actsFor(participant)) || !affiliations.known(participant)) {
            throw new Refused(new ParticipantRefusal.Unknown(participant));
        }
    }
}
