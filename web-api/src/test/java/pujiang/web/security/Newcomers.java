package pujiang.web.security;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;

/**
 * Whom tests give an account. All have one password, and it is hashed once: a hash takes a tenth of a second of a processor,
 * and tests open more than a thousand accounts, most of which never sign in.
 */
public final class Newcomers {

    public static final String PASSWORD = "a long pass phrase";

    private static final String HASH = new Passwords(1, Duration.ofMinutes(1)).hash("password", PASSWORD);

    private Newcomers() {}

    /** @param participant null for the exchange's own staff */
    public static void open(Accounts accounts, String username, @Nullable ParticipantId participant, Set<Role> roles) {
        if (!accounts.insert(new Account(username, HASH, username, participant, roles, true, null, 0))) {
            throw new AssertionError(username + " has an account");
        }
    }
}
