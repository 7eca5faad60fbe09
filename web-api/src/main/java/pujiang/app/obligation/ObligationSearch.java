package pujiang.app.obligation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.obligation.ObligationId;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Invalid;

/**
 * Which obligations are wanted; what is null narrows nothing.
 *
 * @param state due-soon is an open one whose deadline is near
 */
public record ObligationSearch(@Nullable ParticipantId bearer, @Nullable String state) {

    static final String DUE_SOON = "due-soon";

    public static final List<String> STATES =
            List.of(ObligationBoard.OPEN, DUE_SOON, ObligationBoard.PROVEN, ObligationBoard.BREACHED, "discharged");

    public ObligationSearch {
        if (state != null && !STATES.contains(state)) {
            throw Invalid.at("state", "choice.unknown", "must be one of " + STATES, String.join(", ", STATES));
        }
    }

    /** A place in the order of the lists, which is newest first. */
    public record Place(Instant incurred, ObligationId id) {

        public static List<String> of(ObligationView obligation) {
            return List.of(obligation.incurred().toString(), obligation.id().value());
        }

        public static Place of(List<String> parts) {
            return new Place(Instant.parse(parts.getFirst()), new ObligationId(parts.getLast()));
        }
    }

    String sql(boolean continued) {
        return "SELECT * FROM obligation_board WHERE TRUE"
                + (bearer == null ? "" : " AND bearer = :bearer")
                + (state == null
                        ? ""
                        : state.equals(DUE_SOON) ? " AND state = 'open' AND deadline <= :soon" : " AND state = :state")
                + (continued ? " AND (incurred_at < :incurred OR incurred_at = :incurred AND id < :id)" : "")
                + " ORDER BY incurred_at DESC, id DESC LIMIT :most";
    }
}
