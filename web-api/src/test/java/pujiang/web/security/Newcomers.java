package pujiang.web.security;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.app.security.Account;
import pujiang.app.security.Accounts;
import pujiang.app.security.Confirmation;
import pujiang.app.security.Passwords;
import pujiang.app.security.PendingConfirmation;
import pujiang.app.security.Role;
import pujiang.app.share.FairExecutor.Bounds;
import pujiang.participant.ParticipantId;

/**
 * Whom tests give an account. All have one password, and it is hashed once: a hash takes a tenth of a second of a processor,
 * and tests open more than a thousand accounts, most of which never sign in.
 */
public final class Newcomers {

    public static final String PASSWORD = "a long pass phrase";

    private static final String HASH = hash();

    private Newcomers() {}

    private static String hash() {
        var passwords = new Passwords(new Argon2Hash(), 1, new Bounds(1, 1, Duration.ofMinutes(1)));
        try {
            return passwords.hash("password", PASSWORD, "tests");
        } finally {
            passwords.destroy();
        }
    }

    /** @param participant null for the exchange's own staff */
    public static void open(Accounts accounts, String username, @Nullable ParticipantId participant, Set<Role> roles) {
        if (!accounts.insert(
                new Account(username, HASH, username, participant, roles, true, null, 0, username, null))) {
            throw new AssertionError(username + " has an account");
        }
    }

    /** One of the exchange's own people whom nobody has confirmed yet. */
    static String unadmitted(Accounts accounts, String username) {
        var asked = new Confirmation(PendingConfirmation.ADMISSION, "somebody");
        var roles = Set.of(Role.COMPLIANCE_OFFICER);
        var account = new Account(username, HASH, username, null, roles, false, null, 0, username, asked);
        if (!accounts.insert(account)) throw new AssertionError(username + " has an account");
        return username;
    }
}
