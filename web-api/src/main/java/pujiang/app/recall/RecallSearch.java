package pujiang.app.recall;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;
import pujiang.recall.RecallId;
import pujiang.refusal.Invalid;

/** Which recalls are wanted; what is null narrows nothing. */
public record RecallSearch(@Nullable ParticipantId filedBy, @Nullable String state) {

    public static final List<String> STATES =
            List.of(RecallBoard.STAGED, RecallBoard.CONFIRMED, "completed", "dropped");

    public RecallSearch {
        if (state != null && !STATES.contains(state)) {
            throw Invalid.at("state", "choice.unknown", "must be one of " + STATES, String.join(", ", STATES));
        }
    }

    /** A place in the order of the lists, which is newest first. */
    public record Place(Instant filed, RecallId id) {

        public static List<String> of(RecallView recall) {
            return List.of(recall.filed().toString(), recall.id().value());
        }

        public static Place of(List<String> parts) {
            return new Place(Instant.parse(parts.getFirst()), new RecallId(parts.getLast()));
        }
    }

    String sql(boolean continued) {
        return "SELECT * FROM recall_board WHERE TRUE"
                + (filedBy == null ? "" : " AND filed_by = :filedBy")
                + (state == null ? "" : " AND state = :state")
                + (continued ? " AND (filed_at < :filed OR filed_at = :filed AND id < :id)" : "")
                + " ORDER BY filed_at DESC, id DESC LIMIT :most";
    }
}
