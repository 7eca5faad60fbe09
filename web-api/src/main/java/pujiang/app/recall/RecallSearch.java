package pujiang.app.recall;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pujiang.app.board.Columns;
import pujiang.app.board.Period;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.recall.RecallId;
import pujiang.refusal.Invalid;

/**
 * Filters of a search for recalls. A null filter does not narrow it.
 *
 * @param product whose ground has ceased
 * @param filed when
 */
public record RecallSearch(
        @Nullable ParticipantId filedBy, @Nullable ProductId product, @Nullable String state, Period filed) {

    public static final List<String> STATES =
            List.of(RecallBoard.STAGED, RecallBoard.CONFIRMED, "completed", "dropped");

    public RecallSearch {
        if (state != null && !STATES.contains(state)) {
            throw Invalid.at("state", "choice.unknown", "must be one of " + STATES, String.join(", ", STATES));
        }
    }

    public RecallSearch(@Nullable ParticipantId filedBy, @Nullable String state) {
        this(filedBy, null, state, Period.ALWAYS);
    }

    Map<String, @Nullable Object> parameters(Columns columns) {
        var all = new HashMap<String, @Nullable Object>();
        all.put("filedBy", filedBy == null ? null : filedBy.value());
        all.put("product", product == null ? null : product.value());
        all.put("state", state);
        filed.parameters(all, columns);
        return all;
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
                + (product == null ? "" : " AND product = :product")
                + (state == null ? "" : " AND state = :state")
                + filed.sql("filed_at")
                + (continued ? " AND (filed_at < :filed OR filed_at = :filed AND id < :id)" : "")
                + " ORDER BY filed_at DESC, id DESC LIMIT :most";
    }
}
