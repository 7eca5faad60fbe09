package pujiang.app.trade;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pujiang.app.board.Columns;
import pujiang.app.board.Period;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.refusal.Invalid;
import pujiang.trade.TradeId;
import pujiang.trade.TradeStatus;

/**
 * Filters of a search for trades. A null filter does not narrow it.
 *
 * @param party buyer or vendor
 * @param other on the other side of it
 * @param ordered when
 */
public record TradeSearch(
        @Nullable ParticipantId party,
        @Nullable ParticipantId other,
        @Nullable ListingId listing,
        @Nullable ProductId product,
        @Nullable TradeStatus state,
        Period ordered) {

    /** @param state as a request names it */
    public static TradeSearch of(@Nullable ParticipantId party, @Nullable String state) {
        return new TradeSearch(party, state == null ? null : named(state));
    }

    /** As a request names it. */
    public static TradeStatus named(String state) {
        var states = TradeStatus.WORDS;
        return TradeStatus.named(state)
                .orElseThrow(() ->
                        Invalid.at("state", "choice.unknown", "must be one of " + states, String.join(", ", states)));
    }

    /** Of a party in any state, or in one. */
    public TradeSearch(@Nullable ParticipantId party, @Nullable TradeStatus state) {
        this(party, null, null, null, state, Period.ALWAYS);
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

    /**
     * Each side of a party's trades is read along its own index; no party buys from itself, so no trade comes twice.
     */
    String sql(boolean continued) {
        var narrowed = (listing == null ? "" : " AND listing = :listing")
                + (product == null ? "" : " AND product = :product")
                + (state == null ? "" : " AND state = :state")
                + ordered.sql("ordered_at")
                + (continued ? " AND (ordered_at < :ordered OR ordered_at = :ordered AND id < :id)\n" : "\n");
        if (party == null) return part("WHERE TRUE", narrowed);
        return "SELECT * FROM ((" + part(side("buyer", "vendor"), narrowed) + ")\nUNION ALL\n("
                + part(side("vendor", "buyer"), narrowed) + ")) both_sides\n" + NEWEST_FIRST;
    }

    private String side(String own, String across) {
        return "WHERE " + own + " = :party" + (other == null ? "" : " AND " + across + " = :other");
    }

    Map<String, @Nullable Object> parameters(Columns columns) {
        var all = new HashMap<String, @Nullable Object>();
        all.put("party", party == null ? null : party.value());
        all.put("other", other == null ? null : other.value());
        all.put("listing", listing == null ? null : listing.value());
        all.put("product", product == null ? null : product.value());
        all.put("state", state == null ? null : state.word());
        ordered.parameters(all, columns);
        return all;
    }

    private static String part(String where, String narrowed) {
        return "SELECT * FROM trade_board " + where + "\n" + narrowed + NEWEST_FIRST;
    }

    private static final String NEWEST_FIRST = "ORDER BY ordered_at DESC, id DESC LIMIT :most";
}
