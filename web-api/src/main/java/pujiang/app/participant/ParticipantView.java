package pujiang.app.participant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Assessment;
import pujiang.compliance.Assessments;
import pujiang.compliance.FactSheet;
import pujiang.participant.MarketRole;
import pujiang.participant.Organisation;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal.NotActive;
import pujiang.participant.ParticipantRefusal.RoleNotHeld;
import pujiang.refusal.Refused;
import pujiang.stop.Ground;
import pujiang.stop.Stop;

/**
 * A participant's file as it stands.
 *
 * @param state applied, active, suspended, refused, rejected or lapsed
 * @param statement what the participant says of itself
 * @param assessments what documents say of it, in the order in which they were filed
 * @param since when it came into this state
 * @param due when the state ends by itself, or null if it does not
 * @param stops that stand on it: it acts only while none does
 * @param version how many events came before the last
 */
public record ParticipantView(
        ParticipantId id,
        Organisation organisation,
        Set<MarketRole> roles,
        String state,
        FactSheet statement,
        List<Assessment> assessments,
        Instant since,
        @Nullable Instant due,
        List<Stop> stops,
        long version) {

    /** As a reader is shown it, by whose name each stop was set. */
    ParticipantView shown(List<Stop> named) {
        return new ParticipantView(id, organisation, roles, state, statement, assessments, since, due, named, version);
    }

    /** What the law hears of it on a day. */
    public FactSheet facts(LocalDate on) {
        var verified = (active() || state.equals(ParticipantBoard.SUSPENDED)) && !disqualified();
        return organisation.facts(statement, new Assessments(assessments), verified, on);
    }

    /** Whether it has turned out not to be who was verified, or not to be a party any longer (主体资格丧失). */
    private boolean disqualified() {
        return stops.stream().anyMatch(stop -> stop.ground() == Ground.PARTY_DISQUALIFIED);
    }

    /** Whether it may act. */
    public boolean active() {
        return state.equals(ParticipantBoard.ACTIVE);
    }

    /** @throws Refused unless it may act */
    public ParticipantView acts() {
        if (!active()) throw new Refused(new NotActive(id));
        return this;
    }

    /** @throws Refused unless it may act, and in that role */
    public ParticipantView acts(MarketRole role) {
        if (!acts().roles.contains(role)) throw new Refused(new RoleNotHeld(id, role));
        return this;
    }
}
