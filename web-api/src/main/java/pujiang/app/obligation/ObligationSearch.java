package pujiang.app.obligation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pujiang.app.board.Columns;
import pujiang.app.board.Period;
import pujiang.listing.ListingId;
import pujiang.obligation.ObligationId;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Invalid;
import pujiang.trade.TradeId;

/**
 * Filters of a search for obligations. A null filter does not narrow it.
 *
 * @param state due-soon is an open one whose deadline is near
 * @param incurred when
 */
public record ObligationSearch(
        @Nullable ParticipantId bearer,
        @Nullable TradeId trade,
        @Nullable ListingId listing,
        @Nullable String state,
        Period incurred) {

    static final String DUE_SOON = "due-soon";

    public static final List<String> STATES =
            List.of(ObligationBoard.OPEN, DUE_SOON, ObligationBoard.PROVEN, ObligationBoard.BREACHED, "discharged");

    public ObligationSearch {
        if (state != null && !STATES.contains(state)) {
            throw Invalid.at("state", "choice.unknown", "must be one of " + STATES, String.join(", ", STATES));
        }
    }

    public ObligationSearch(@Nullable ParticipantId bearer, @Nullable String state) {
        this(bearer, null, null, state, Period.ALWAYS);
    }

    Map<String, @Nullable Object> parameters(Columns columns) {
        var all = new HashMap<String, @Nullable Object>();
        all.put("bearer", bearer == null ? null : bearer.value());
        all.put("trade", trade == null ? null : trade.value());
        all.put("listing", listing == null ? null : listing.value());
        all.put("state", state);
        incurred.parameters(all, columns);
        return all;
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
                + (trade == null ? "" : " AND trade = :trade")
                + (listing == null ? "" : " AND listing = :listing")
                + incurred.sql("incurred_at")
                + (state == null
                        ? ""
                        : state.equals(DUE_SOON) ? " AND state = 'open' AND deadline <= :soon" : " AND state = :state")
                + (continued ? " AND (incurred_at < :incurred OR incurred_at = :incurred AND id < :id)" : "")
                + " ORDER BY incurred_at DESC, id DESC LIMIT :most";
    }
}
