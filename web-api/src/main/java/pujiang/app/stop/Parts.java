package pujiang.app.stop;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import pujiang.app.security.Caller;
import pujiang.app.security.Role;
import pujiang.stop.Author;
import pujiang.stop.Ground;
import pujiang.stop.Stop;

/** The parts in which a user sets and ends stops. */
public final class Parts {

    private Parts() {}

    public static Set<Author> of(Caller caller) {
        if (!caller.staff()) return Set.of(Author.VENDOR);
        var parts = EnumSet.noneOf(Author.class);
        if (caller.roles().contains(Role.OPERATOR)) parts.add(Author.OPERATOR);
        if (caller.roles().contains(Role.COMPLIANCE_OFFICER)) parts.add(Author.OFFICER);
        return parts;
    }

    /** A user with both parts for the exchange stops in the one whose stops are harder to end. */
    public static Stop stop(Caller caller, String reason, Instant now) {
        var parts = of(caller);
        var ground = parts.contains(Author.OFFICER)
                ? Ground.OFFICER_ORDER
                : parts.contains(Author.OPERATOR) ? Ground.OPERATOR_ORDER : Ground.OWN_PAUSE;
        return Stop.of(ground, null, caller.username(), reason, now);
    }
}
