package pujiang.app.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.app.request.RequestRefusal.Forbidden;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;

/**
 * The user of a request. Take it as a parameter of a controller's method.
 *
 * @param participant of the user, or null for exchange staff
 */
public record Caller(String username, @Nullable ParticipantId participant, Set<Role> roles) {

    /** Whether the caller belongs to exchange staff. */
    public boolean staff() {
        return participant == null;
    }

    /** Whether the caller acts for that participant. */
    public boolean actsFor(ParticipantId other) {
        return other.equals(participant);
    }

    /** The caller's own participant, where only a participant can act. */
    public ParticipantId own() {
        if (participant == null) throw new Refused(new Forbidden());
        return participant;
    }

    /** Answers as if it did not exist unless the caller may see it: what is another's is not even there. */
    public void mustBeStaffOr(ParticipantId... parties) {
        if (staff()) return;
        for (var party : parties) if (actsFor(party)) return;
        throw new Refused(new NotFound());
    }

    public boolean may(String permission) {
        return Role.permissions(roles).contains(permission);
    }
}
