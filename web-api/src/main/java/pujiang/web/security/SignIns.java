package pujiang.web.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.refusal.Refused;

/**
 * Checks passwords, and locks a name after repeated failures. A name that is no user's is treated as one, in text, in
 * time and in what is stored, so that nobody learns which names are users'.
 */
@Component
class SignIns {

    static final int FAILURES_BEFORE_LOCK = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    private final UserBoard users;
    private final FailureBoard failures;
    private final Passwords passwords;
    private final Clock clock;

    SignIns(UserBoard users, FailureBoard failures, Passwords passwords, Clock clock) {
        this.users = users;
        this.failures = failures;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Empty for an unknown name, a wrong password, a locked or a suspended account: the caller is told no more. Who has
     * the right password, of a reset, signs in to nothing with it: it is refused until the user has chosen another.
     */
    Optional<Verified> check(String username, String password) {
        var account = account(username, password);
        if (account.filter(Account::initial).isPresent()) throw new Refused(new AccountRefusal.PasswordInitial());
        return account.map(Verified::byPassword);
    }

    Optional<Account> account(String username, String password) {
        var account = users.find(username).filter(Account::enabled).filter(each -> !each.expired(clock.instant()));
        var name = Digests.sha256(username);
        var right = passwords.match(password, account.map(Account::passwordHash).orElse(null));
        // Asked after the work: of guesses made side by side, those that were begun before the lock stop here.
        if (failures.lockedAt(name, clock.instant())) return Optional.empty();
        if (!right) {
            count(name);
            return Optional.empty();
        }
        failures.forget(name);
        return account;
    }

    /** Lets a locked user in again before the time, for example when the account is opened anew. */
    void unlock(String username) {
        failures.forget(Digests.sha256(username));
    }

    private void count(byte[] name) {
        var now = clock.instant();
        failures.count(name, now, now.minus(LOCK), FAILURES_BEFORE_LOCK, now.plus(LOCK));
    }
}
