package pujiang.app.trade;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Invalid;
import pujiang.trade.TradeId;
import pujiang.trade.TradeStatus;

/**
 * Which trades are wanted; what is null narrows nothing.
 *
 * @param party buyer or vendor
 */
public record TradeSearch(@Nullable ParticipantId party, @Nullable TradeStatus state) {

    /** @param state as a request names it */
    public static TradeSearch of(@Nullable ParticipantId party, @Nullable String state) {
        return new TradeSearch(party, state == null ? null : named(state));
    }

    private static TradeStatus named(String state) {
        var states = TradeStatus.WORDS;
        return TradeStatus.named(state)
                .orElseThrow(() ->
                        Invalid.at("state", "choice.unknown", "must be one of " + states, String.join(", ", states)));
    }

    /** A place in the order of the lists, which is newest first. */
    public record Place(Instant ordered, TradeId id) {

        public static List<String> of(TradeView trade) {
            return List.of(trade.ordered().toString(), trade.id().value());
        }

        public static Place of(List<String> parts) {
            return new Place(Instant.parse(parts.getFirst()), new TradeId(parts.getLast()));
        }
    }

    /** Each side of a party's trades is read along its own index; nobody buys from itself, so none comes twice. */
    String sql(boolean continued) {
        var narrowed = (state == null ? "" : "AND state = :state\n")
                + (continued ? "AND (ordered_at < :ordered OR ordered_at = :ordered AND id < :id)\n" : "");
        if (party == null) return part("WHERE TRUE", narrowed);
        return "SELECT * FROM ((" + part("WHERE buyer = :party", narrowed) + ")\nUNION ALL\n("
                + part("WHERE vendor = :party", narrowed) + ")) both_sides\n" + NEWEST_FIRST;
    }

    private static String part(String where, String narrowed) {
        return "SELECT * FROM trade_board " + where + "\n" + narrowed + NEWEST_FIRST;
    }

    private static final String NEWEST_FIRST = "ORDER BY ordered_at DESC, id DESC LIMIT :most";
}
