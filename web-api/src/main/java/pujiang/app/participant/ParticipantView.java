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
 * The current file of a participant.
 *
 * @param state applied, active, suspended, refused, rejected or lapsed
 * @param statement of the participant about itself
 * @param assessments documents about it, in the order of filing
 * @param since when it entered this state
 * @param due when the state ends by itself, or null if it does not
 * @param stops on it: it acts only without any
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

    /** The facts about it for the rules on a day. */
    public FactSheet facts(LocalDate on) {
        var verified = (active() || state.equals(ParticipantBoard.SUSPENDED)) && !disqualified();
        return organisation.facts(statement, new Assessments(assessments), verified, on);
    }

    /** Whether its verified identity has proved false, or it is no longer a legal party (主体资格丧失). */
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
