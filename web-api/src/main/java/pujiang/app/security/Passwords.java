package pujiang.app.security;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import pujiang.app.share.FairExecutor;
import pujiang.app.share.FairExecutor.Bounds;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;

/**
 * Hashes and compares passwords. A few at a time, on half the processors and within a quarter of the heap, in separate
 * threads: callers without any password could otherwise exhaust both. Sign-ins from different places take turns.
 */
@Component
public final class Passwords implements DisposableBean {

    private static final int SHORTEST = 12;
    public static final int LONGEST = 200;
    /** A place checks about ten a second; a check that would wait longer than this is refused. */
    private static final Bounds BOUNDS = new Bounds(64, 1_000, Duration.ofSeconds(10));

    /** For an invalid password: an empty one would be answered at once, and the time would reveal it. */
    private static final String IMPOSSIBLE = "impossible";

    private final PasswordHash hashes;
    /** Verified where there is no account, so that an unknown name takes as long as a wrong password. */
    private final String nobodys;

    private final FairExecutor places;

    @Autowired
    public Passwords(PasswordHash hashes) {
        this(hashes, placesIn(Runtime.getRuntime()), BOUNDS);
    }

    public Passwords(PasswordHash hashes, int places, Bounds bounds) {
        this.hashes = hashes;
        this.nobodys = hashes.of("nobody's password");
        this.places = new FairExecutor("passwords", places, bounds);
    }

    /**
     * The stored form of a password.
     *
     * @param field that has the password, if it is invalid
     * @param whose who takes a turn
     */
    public String hash(String field, String password, String whose) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Invalid.at(field, "password.length", "must have 12 to 200 characters", SHORTEST + ".." + LONGEST);
        }
        return inTurn(whose, () -> hashes.of(password));
    }

    /**
     * Takes the same time whether or not it can be right.
     *
     * @param hash null where there is no such account
     * @param whose who takes a turn
     */
    public boolean match(String password, @Nullable String hash, String whose) {
        var possible = hash != null && !password.isEmpty() && password.length() <= LONGEST;
        var given = possible ? password : IMPOSSIBLE;
        var against = hash != null && possible ? hash : nobodys;
        return inTurn(whose, () -> hashes.matches(given, against)) && possible;
    }

    private <T> T inTurn(String whose, Supplier<T> work) {
        return places.turn(whose, work).orElseThrow(() -> new Refused(new AccountRefusal.SignInsBusy()));
    }

    /** Half the processors: the others serve other requests. */
    private static int placesIn(Runtime machine) {
        var fitting = machine.maxMemory() / 4 / PasswordHash.BYTES;
        return Math.clamp(fitting, 1, Math.max(1, machine.availableProcessors() / 2));
    }

    @Override
    public void destroy() {
        places.close();
    }
}
