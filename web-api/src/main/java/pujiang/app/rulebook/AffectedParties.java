package pujiang.app.rulebook;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.listing.ListingBoard;
import pujiang.app.trade.TradeBoard;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.trade.TradeId;

/**
 * The parties of a decision, and the price; null where there is none.
 *
 * @param vendor the participant itself where the decision is about one
 * @param price of a trade; the price of a listing has not been paid
 */
record AffectedParties(@Nullable ParticipantId vendor, @Nullable ParticipantId buyer, @Nullable Money price) {

    private static final AffectedParties NOBODY = new AffectedParties(null, null, null);

    /** Finds it out. */
    @Component
    static class Parties {

        private final TradeBoard trades;
        private final ListingBoard listings;

        Parties(TradeBoard trades, ListingBoard listings) {
            this.trades = trades;
            this.listings = listings;
        }

        AffectedParties of(PastDecisions.Past past) {
            return switch (past.kind()) {
                case "trade" ->
                    trades.find(new TradeId(past.subject()))
                            .map(trade -> trade.agreement())
                            .map(agreed -> new AffectedParties(agreed.vendor(), agreed.buyer(), agreed.price()))
                            .orElse(NOBODY);
                case "listing" ->
                    listings.find(new ListingId(past.subject()))
                            .map(listing -> new AffectedParties(listing.offer().vendor(), null, null))
                            .orElse(NOBODY);
                default -> new AffectedParties(new ParticipantId(past.subject()), null, null);
            };
        }
    }
}
