package pujiang.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
import pujiang.participant.ParticipantId;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.refusal.Texts;
import pujiang.web.security.UserBoard.Token;

/** Opens accounts, checks passwords, makes and revokes tokens. */
@Component
public class Accounts {

    private static final int FAILURES_BEFORE_LOCK = 5;
    private static final Duration LOCK = Duration.ofMinutes(15);
    static final Duration LONGEST_TOKEN = Duration.ofDays(90);

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");

    private final UserBoard board;
    private final Passwords passwords;
    private final Clock clock;
    private final SecureRandom random;

    Accounts(UserBoard board, Passwords passwords, Clock clock, SecureRandom random) {
        this.board = board;
        this.passwords = passwords;
        this.clock = clock;
        this.random = random;
    }

    public boolean exists(String username) {
        return board.find(username).isPresent();
    }

    /**
     * Opens an account.
     *
     * @param participant null for the exchange's own staff
     */
    public void open(
            String username,
            String displayName,
            @Nullable ParticipantId participant,
            Set<Role> roles,
            String password) {
        if (!USERNAME.matcher(username).matches()) {
            throw Invalid.at(
                    "username", "id.malformed", "must be 3 to 64 lower-case letters, digits, dots and hyphens");
        }
        Texts.check("displayName", displayName, 200);
        if (roles.isEmpty() || roles.stream().anyMatch(role -> role.staff() != (participant == null))) {
            throw Invalid.at(
                    "roles", "roles.unfit", "must be the exchange's roles for its staff and others for others");
        }
        var account = new Account(username, passwords.hash(password), displayName, participant, roles, true, 0, null);
        try {
            board.insert(account, clock.instant());
        } catch (DuplicateKeyException _) {
            throw new Refused(new AccountRefusal.UsernameTaken(username));
        }
    }

    public List<UserView> of(ParticipantId participant) {
        return board.of(participant).stream().map(UserView::of).toList();
    }

    /** Empty for an unknown name, a wrong password, a locked or a disabled account: the caller is told no more. */
    Optional<Caller> signIn(String username, String password) {
        var account = board.find(username);
        var now = clock.instant();
        if (account.isEmpty() || !account.get().enabled() || account.get().lockedAt(now)) {
            passwords.matchNobody(password);
            return Optional.empty();
        }
        if (!passwords.match(password, account.get().passwordHash())) {
            board.countFailure(username, FAILURES_BEFORE_LOCK, now.plus(LOCK));
            return Optional.empty();
        }
        if (account.get().failedAttempts() > 0) board.forgetFailures(username);
        return account.map(Account::caller);
    }

    Optional<Caller> bearer(String token) {
        return board.owner(hash(token), clock.instant())
                .filter(Account::enabled)
                .map(Account::caller);
    }

    /** Makes a token; its secret is in the answer and nowhere else. */
    public IssuedToken issue(String username, String name, Duration life) {
        Texts.check("name", name, 100);
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST_TOKEN) > 0) {
            throw Invalid.at("days", "number.out-of-range", "must be between 1 and 90", "1..90");
        }
        var secret = text(32);
        var now = clock.instant();
        var token = new Token(text(12), username, name, now.plus(life));
        board.insert(token, hash(secret), now);
        return new IssuedToken(token.id(), name, token.expires(), secret);
    }

    List<Token> tokens(String username) {
        return board.tokens(username, clock.instant());
    }

    boolean revoke(String username, String id) {
        return board.revoke(username, id, clock.instant());
    }

    private String text(int bytes) {
        var fresh = new byte[bytes];
        random.nextBytes(fresh);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }
}
