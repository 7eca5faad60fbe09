package pujiang.web.security;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.authc.credential.PasswordService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.web.share.FairShare;
import pujiang.web.share.FairShare.Bounds;

/**
 * Argon2id, as Shiro sets it up: 64 MiB, one pass, four lanes; OWASP asks for 19 MiB and two passes, or 46 MiB and one.
 * A few at a time, on half the processors and within a quarter of the heap, in threads of their own: whoever knows no
 * password at all could otherwise exhaust both. Whoever signs in from one place takes turns with those from others.
 */
@Component
final class Passwords implements DisposableBean {

    private static final int SHORTEST = 12;
    static final int LONGEST = 200;
    private static final long BYTES_EACH = 64L * 1024 * 1024;

    /** A place checks ten a second or so; what would wait for longer than this is turned away. */
    private static final Bounds BOUNDS = new Bounds(64, 1_000, Duration.ofSeconds(10));

    /** For a password that cannot be one: Shiro says no to an empty one at once, and that would be told by the time. */
    private static final String IMPOSSIBLE = "impossible";

    private final PasswordService shiro = new DefaultPasswordService();
    /** Verified where there is no account, so that an unknown name takes as long as a wrong password. */
    private final String nobodys = shiro.encryptPassword("nobody's password");

    private final FairShare places;

    @Autowired
    Passwords() {
        this(placesIn(Runtime.getRuntime()), BOUNDS);
    }

    Passwords(int places, Bounds bounds) {
        this.places = new FairShare("passwords", places, bounds);
    }

    /**
     * What is kept of a password.
     *
     * @param field where the password stands, if it cannot be one
     * @param whose who takes a turn
     */
    String hash(String field, String password, String whose) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Invalid.at(field, "password.length", "must have 12 to 200 characters", SHORTEST + ".." + LONGEST);
        }
        return inTurn(whose, () -> shiro.encryptPassword(password));
    }

    /**
     * Takes the same time whether or not it can be right.
     *
     * @param hash null where there is no such account
     * @param whose who takes a turn
     */
    boolean match(String password, @Nullable String hash, String whose) {
        var possible = hash != null && !password.isEmpty() && password.length() <= LONGEST;
        var given = possible ? password : IMPOSSIBLE;
        var against = possible ? hash : nobodys;
        return inTurn(whose, () -> shiro.passwordsMatch(given, against)) && possible;
    }

    private <T> T inTurn(String whose, Supplier<T> work) {
        return places.turn(whose, work).orElseThrow(() -> new Refused(new AccountRefusal.SignInsBusy()));
    }

    /** Half the processors: the others go on with what else is asked. */
    private static int placesIn(Runtime machine) {
        var fitting = machine.maxMemory() / 4 / BYTES_EACH;
        return Math.clamp(fitting, 1, Math.max(1, machine.availableProcessors() / 2));
    }

    @Override
    public void destroy() {
        places.close();
    }
}
