package pujiang.app.security;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import pujiang.app.security.Guesses.Guess;
import pujiang.refusal.Refused;

/**
 * Checks passwords. An unknown name is treated as a user's, in text, in time and in what is stored, so that user names
 * cannot be found out.
 */
@Component
public class SignIns {

    private final UserBoard users;
    private final Guesses guesses;
    private final Passwords passwords;
    private final Clock clock;

    public SignIns(UserBoard users, Guesses guesses, Passwords passwords, Clock clock) {
        this.users = users;
        this.guesses = guesses;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Empty for an unknown name, a wrong password or a suspended account: the caller does not learn which. The right
     * password made by another user gives no sign-in: it is refused until the user has chosen another.
     */
    public Optional<AuthenticatedUser> check(String username, String password, Source source) {
        var account = account(username, password, source);
        if (account.filter(Account::initial).isPresent()) throw new Refused(new AccountRefusal.PasswordInitial());
        return account.map(SignIns::mustBeConfirmed).map(AuthenticatedUser::byPassword);
    }

    /** The author of a reset knows the initial password, so a second person must confirm before any sign-in. */
    static Account mustBeConfirmed(Account account) {
        if (account.awaits() != null) throw new Refused(new AccountRefusal.AwaitsConfirmation());
        return account;
    }

    /** The account whose password it is; one wrong password is one failure. */
    public Optional<Account> account(String username, String password, Source source) {
        var guess = guesses.begin(username, source);
        var account = inTurn(guess, () -> uncounted(username, password, guess.whose()));
        if (account.isPresent()) guesses.right(guess, source);
        return account;
    }

    /** Whether it is the account's password. A wrong one counts as any failure; a right one is not a sign-in. */
    boolean fits(Account account, String password, Source source) {
        var guess = guesses.begin(account.username(), source);
        var right = inTurn(guess, () -> passwords.match(password, account.passwordHash(), guess.whose()));
        if (right) guesses.takeBack(guess);
        return right;
    }

    /** For callers that are counted already, and repeat a completed act. */
    Optional<Account> uncounted(String username, String password, String whose) {
        var account = users.find(username).filter(Account::enabled).filter(each -> !each.expired(clock.instant()));
        var right = passwords.match(password, account.map(Account::passwordHash).orElse(null), whose);
        return right ? account : Optional.empty();
    }

    /** A guess that was not checked does not count. */
    private <T> T inTurn(Guess guess, Supplier<T> look) {
        try {
            return look.get();
        } catch (RuntimeException unchecked) {
            guesses.takeBack(guess);
            throw unchecked;
        }
    }

    /** Admits a user at once, for example when the account is opened again. */
    void forgetGuesses(String username) {
        guesses.forget(username);
    }
}
