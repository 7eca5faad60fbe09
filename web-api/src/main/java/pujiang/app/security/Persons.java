package pujiang.app.security;

import java.util.Set;
import pujiang.refusal.Identifiers;
import pujiang.refusal.Invalid;

/** Rules for the holder of an account: offices that may be combined, and a person on record. */
final class Persons {

    private Persons() {}

    /**
     * Checks a new user.
     *
     * @param asked whether a user opens the account, who then names the person
     * @throws Invalid if a rule is broken
     */
    static void mustFit(NewUser user, boolean asked) {
        var staff = user.participant() == null;
        if (user.roles().isEmpty() || user.roles().stream().anyMatch(role -> role.staff() != staff)) {
            throw Invalid.at(
                    "roles", "roles.unfit", "must be the exchange's roles for its staff and others for others");
        }
        if (user.roles().containsAll(Set.of(Role.OPERATOR, Role.COMPLIANCE_OFFICER))) {
            throw Invalid.at("roles", "roles.separate", "must not hold both offices: who operates does not review");
        }
        if (user.person() != null) Identifiers.check("person", user.person());
        else if (staff && asked) {
            throw Invalid.at("person", "person.missing", "must be the number of the person on record");
        }
    }
}
