package pujiang.app.security;

import java.util.Set;
import pujiang.refusal.Identifiers;
import pujiang.refusal.Invalid;

/** Whom an account can be for: offices that go together, and a person on record. */
final class Persons {

    private Persons() {}

    /**
     * Lets a new user pass.
     *
     * @param asked whether somebody opens the account, who then says for whom
     * @throws Invalid where it does not fit
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
