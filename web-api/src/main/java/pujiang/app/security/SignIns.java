package pujiang.app.security;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import pujiang.app.security.Guesses.Guess;
import pujiang.refusal.Refused;

/**
 * Checks passwords. A name that is no user's is treated as one, in text, in time and in what is stored, so that nobody
 * learns which names are users'.
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
     * Empty for an unknown name, a wrong password or a suspended account: the caller is told no more. Who has the right
     * password, but one that somebody else has made, signs in to nothing with it: it is refused until the user has chosen
     * another.
     */
    public Optional<AuthenticatedUser> check(String username, String password, Source source) {
        var account = account(username, password, source);
        if (account.filter(Account::initial).isPresent()) throw new Refused(new AccountRefusal.PasswordInitial());
        return account.map(SignIns::mustBeConfirmed).map(AuthenticatedUser::byPassword);
    }

    /** Whoever has reset a password knows the one to begin with; so nobody signs in before a second person is sure. */
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

    /** Whether it is the account's, whoever asks; a wrong one is a failure as any other, and a right one no sign-in. */
    boolean fits(Account account, String password, Source source) {
        var guess = guesses.begin(account.username(), source);
        var right = inTurn(guess, () -> passwords.match(password, account.passwordHash(), guess.whose()));
        if (right) guesses.takeBack(guess);
        return right;
    }

    /** For whoever has been counted already, and says again what has been done. */
    Optional<Account> uncounted(String username, String password, String whose) {
        var account = users.find(username).filter(Account::enabled).filter(each -> !each.expired(clock.instant()));
        var right = passwords.match(password, account.map(Account::passwordHash).orElse(null), whose);
        return right ? account : Optional.empty();
    }

    /** What was not looked at counts for nothing. */
    private <T> T inTurn(Guess guess, Supplier<T> look) {
        try {
            return look.get();
        } catch (RuntimeException unchecked) {
            guesses.takeBack(guess);
            throw unchecked;
        }
    }

    /** Lets a user in at once, for example when the account is opened anew. */
    void forgetGuesses(String username) {
        guesses.forget(username);
    }
}
