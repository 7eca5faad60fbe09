package pujiang.app.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.security.UserBoard.Token;
import pujiang.digest.Sha256;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Invalid;
import pujiang.refusal.Names;
import pujiang.refusal.Refused;
import pujiang.refusal.Texts;

/** Opens and suspends accounts, makes and revokes tokens. */
@Component
public class Accounts {

    static final Duration LONGEST_TOKEN = Duration.ofDays(90);

    /** Long enough to hand a password over, too short to be forgotten in a drawer. */
    static final Duration INITIAL = Duration.ofHours(24);

    /** The time to admit a user, and to write to them. */
    static final Duration OPENED = Duration.ofDays(7);

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9](?=.{2,63}$)[a-z0-9._-]*(?:@[a-z0-9-]+)?");

    private final UserBoard board;
    private final StaffBoard staff;
    private final SignIns signIns;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random;

    Accounts(
            UserBoard board,
            StaffBoard staff,
            SignIns signIns,
            Passwords passwords,
            PlatformTransactionManager transactions,
            Clock clock,
            SecureRandom random) {
        this.board = board;
        this.staff = staff;
        this.signIns = signIns;
        this.passwords = passwords;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.random = random;
    }

    public boolean exists(String username) {
        return board.find(username).isPresent();
    }

    /**
     * Opens an account for the exchange itself, without a confirmation.
     *
     * @param participant null for exchange staff
     */
    public void open(
            String username,
            String displayName,
            @Nullable ParticipantId participant,
            Set<Role> roles,
            String password) {
        var user = new NewUser(displayName, participant, roles, password, null);
        if (!insert(username, user, null, Source.HERE)) {
            throw new Refused(new AccountRefusal.UsernameTaken(username));
        }
    }

    /**
     * Opens an account.
     *
     * @param openedBy null for the exchange itself
     * @return whether it is new
     */
    public boolean insert(String username, NewUser user, @Nullable String openedBy, Source source) {
        if (!USERNAME.matcher(username).matches()) {
            throw Invalid.at(
                    "username",
                    "id.malformed",
                    "must be 3 to 64 lower-case letters, digits, dots and hyphens, and may end with @ and a"
                            + " participant");
        }
        Texts.check("displayName", user.displayName(), 200);
        Names.check("displayName", user.displayName());
        Persons.mustFit(user, openedBy != null);
        var person = user.personOr(username);
        if (staff.knows(person, user.participant() == null, username)) {
            throw new Refused(new AccountRefusal.PersonTaken(person));
        }
        var hash = passwords.hash("password", user.password(), source.address());
        var awaits = user.participant() == null && openedBy != null
                ? new Confirmation(PendingConfirmation.ADMISSION, openedBy)
                : null;
        return insert(new Account(
                username,
                hash,
                user.displayName(),
                user.participant(),
                user.roles(),
                awaits == null,
                // The opener knows its password: it has no use until the user has chosen another.
                openedBy == null ? null : clock.instant().plus(OPENED),
                0,
                person,
                awaits));
    }

    /** Whether it is new. */
    public boolean insert(Account account) {
        try {
            board.insert(account, clock.instant());
            return true;
        } catch (DuplicateKeyException _) {
            if (!exists(account.username())) throw new Refused(new AccountRefusal.PersonTaken(account.person()));
            return false;
        }
    }

    /** Ends what the user has signed in, at once and for good; new tokens have to be made after a reinstatement. */
    public void suspend(String username, boolean byTheExchange) {
        transaction.executeWithoutResult(_ -> {
            board.suspend(username, byTheExchange);
            board.revokeAllBut("", username, clock.instant());
        });
    }

    public void reinstate(String username) {
        board.reinstate(username);
        signIns.forgetGuesses(username);
    }

    /**
     * Gives the caller a new password, and ends sign-ins elsewhere. The same request again changes nothing.
     *
     * @return how the caller is verified from now on
     */
    public AuthenticatedUser changePassword(AuthenticatedUser by, String current, String next, Source source) {
        var username = by.caller().username();
        var hash = passwords.hash("next", next, source.address());
        var account = signIns.account(username, current, source);
        if (account.isEmpty()) return alreadyChanged(by, next, source);
        if (!replace(account.get(), hash, by.token())) return alreadyChanged(by, next, source);
        return new AuthenticatedUser(by.caller(), account.get().epoch() + 1, by.token());
    }

    /** Not counted: the current password has been, and two failures for one mistake would slow its owner. */
    private AuthenticatedUser alreadyChanged(AuthenticatedUser by, String next, Source source) {
        return signIns.uncounted(by.caller().username(), next, source.address())
                .map(account -> new AuthenticatedUser(by.caller(), account.epoch(), by.token()))
                .orElseThrow(() -> new Refused(new AccountRefusal.PasswordWrong()));
    }

    /**
     * Gives the user a random password, and ends all sign-ins. It is in the answer and nowhere else; a repeated request
     * makes another. A suspended user stays suspended, and exchange staff wait until a second person has confirmed it.
     */
    public InitialPassword resetPassword(String username, String askedBy, Source source) {
        var password = text(18);
        var hash = passwords.hash("password", password, source.address());
        var until = clock.instant().plus(INITIAL);
        transaction.executeWithoutResult(_ -> {
            board.setInitialPassword(username, hash, until);
            staff.awaitReset(username, askedBy);
            board.revokeAllBut("", username, clock.instant());
            signIns.forgetGuesses(username);
        });
        return new InitialPassword(username, password, until);
    }

    /**
     * Exchanges an initial password for the user's own, which signs in, unless a second person has to confirm it first.
     *
     * @return empty as with a failed sign-in, and where the password is the user's own already
     */
    public Optional<AuthenticatedUser> choose(String username, String initial, String own, Source source) {
        var hash = passwords.hash("next", own, source.address());
        if (own.equals(initial)) throw Invalid.at("next", "password.same", "must not be the one that was given out");
        return signIns.account(username, initial, source)
                .filter(Account::initial)
                .filter(account -> replace(account, hash, null))
                .map(SignIns::mustBeConfirmed)
                .map(account -> new AuthenticatedUser(account.caller(), account.epoch() + 1, null));
    }

    /** Whether the account was not changed since it was read, for example by a reset, which then has precedence. */
    private boolean replace(Account read, String hash, @Nullable String keptToken) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!board.setPassword(read, hash)) return false;
            board.revokeAllBut(keptToken == null ? "" : keptToken, read.username(), clock.instant());
            if (keptToken != null) board.carryOver(keptToken, read);
            return true;
        }));
    }

    /** The user of a bearer token. */
    public Optional<AuthenticatedUser> bearer(String token) {
        return board.owner(digest(token), clock.instant());
    }

    /** The stored form of a secret that is random enough to need no slow hash. */
    private static byte[] digest(String secret) {
        return new Sha256().add(secret).bytes();
    }

    /** Whether an earlier verification still holds: not suspended, no new password, the same roles. */
    public boolean stands(AuthenticatedUser then) {
        return board.find(then.caller().username())
                .filter(Account::enabled)
                .filter(now -> now.epoch() == then.epoch() && now.caller().equals(then.caller()))
                .isPresent();
    }

    /** For sign-ins without a password: the demonstration, which opened the account itself. */
    public IssuedToken issue(String username, String name, Duration life) {
        var account = board.find(username).orElseThrow(() -> new Refused(new AccountRefusal.Unknown(username)));
        return issue(AuthenticatedUser.byPassword(account), name, life);
    }

    /**
     * Makes a token. Its secret is in the answer and nowhere else. It ends with the epoch in which its owner was
     * verified: a password that is reset, changed or suspended in between gives no token.
     */
    public IssuedToken issue(AuthenticatedUser owner, String name, Duration life) {
        Texts.check("name", name, 100);
        Names.check("name", name);
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST_TOKEN) > 0) {
            throw Invalid.at("days", "number.out-of-range", "must be between 1 and 90", "1..90");
        }
        var secret = text(32);
        var now = clock.instant();
        var token = new Token(text(12), owner.caller().username(), name, now.plus(life));
        if (!board.insert(token, digest(secret), owner.epoch(), now)) {
            throw new Refused(new AccountRefusal.SignInFailed());
        }
        return new IssuedToken(token.id(), name, token.expires(), secret);
    }

    public PlainPage<Token> tokens(String username, Paging paging) {
        var after = paging.after().map(List::getFirst).orElse(null);
        return paging.plainPage(
                board.tokens(username, clock.instant(), after, paging.rowsToRead()), token -> List.of(token.id()));
    }

    public boolean revoke(String username, String id) {
        return board.revoke(username, id, clock.instant());
    }

    private String text(int bytes) {
        var fresh = new byte[bytes];
        random.nextBytes(fresh);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
    }
}
