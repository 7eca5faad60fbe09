package pujiang.web.security;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.authc.credential.PasswordService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;

/**
 * Argon2id, as Shiro sets it up: 64 MiB, one pass, four lanes; OWASP asks for 19 MiB and two passes, or 46 MiB and one.
 * A few at a time, within a quarter of the heap: otherwise whoever knows no password at all could exhaust it.
 */
@Component
final class Passwords {

    private static final int SHORTEST = 12;
    static final int LONGEST = 200;
    private static final long BYTES_EACH = 64L * 1024 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final PasswordService shiro = new DefaultPasswordService();
    /** Verified where there is no account, so that an unknown name takes as long as a wrong password. */
    private final String nobodys = shiro.encryptPassword("nobody's password");

    private final Semaphore places;
    private final Duration longestWait;

    @Autowired
    Passwords() {
        this(placesIn(Runtime.getRuntime()), LONGEST_WAIT);
    }

    Passwords(int places, Duration longestWait) {
        this.places = new Semaphore(places, true);
        this.longestWait = longestWait;
    }

    /** @param field where the password stands, if it cannot be one */
    String hash(String field, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Invalid.at(field, "password.length", "must have 12 to 200 characters", SHORTEST + ".." + LONGEST);
        }
        return inTurn(() -> shiro.encryptPassword(password));
    }

    /**
     * Takes the same time whether or not it can be right.
     *
     * @param hash null where there is no such account
     */
    boolean match(String password, @Nullable String hash) {
        var possible = hash != null && password.length() <= LONGEST;
        var given = possible ? password : "";
        var against = possible ? hash : nobodys;
        return inTurn(() -> shiro.passwordsMatch(given, against)) && possible;
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!takePlace()) throw new Refused(new AccountRefusal.SignInsBusy());
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean takePlace() {
        try {
            return places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** More than the processors can work on at once would only be slower. */
    private static int placesIn(Runtime machine) {
        var fitting = machine.maxMemory() / 4 / BYTES_EACH;
        return Math.clamp(fitting, 1, machine.availableProcessors());
    }
}
