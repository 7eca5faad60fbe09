package pujiang.web.participant;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.FactSheet;
import pujiang.participant.MarketRole;
import pujiang.participant.Organisation;
import pujiang.participant.ParticipantId;

/**
 * A participant's file as it stands.
 *
 * @param state applied, active, suspended, refused, rejected or lapsed
 * @param statement what the participant said of itself when it applied
 * @param since when it came into this state
 * @param due when the state ends by itself, or null if it does not
 * @param version how many events came before the last
 */
public record ParticipantView(
        ParticipantId id,
        Organisation organisation,
        Set<MarketRole> roles,
        String state,
        FactSheet statement,
        Instant since,
        @Nullable Instant due,
        long version) {

    /** Its own statement, and over it what the exchange itself knows. */
    public FactSheet facts() {
        var verified = active() || state.equals(ParticipantBoard.SUSPENDED);
        return statement.and(organisation.facts(verified));
    }

    /** Whether it may act. */
    public boolean active() {
        return state.equals(ParticipantBoard.ACTIVE);
    }
}
