package pujiang.recall;

import org.jspecify.annotations.Nullable;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.trade.TradeId;

/**
 * One step of a plan.
 *
 * @param product concerned; null for a party
 * @param participant that is suspended or must act
 * @param receipt digest of the receipt of the copy to be deleted or assessed
 */
public record Measure(
        Kind kind,
        @Nullable ProductId product,
        @Nullable ListingId listing,
        @Nullable TradeId trade,
        @Nullable ParticipantId participant,
        @Nullable String receipt) {

    /** In the order in which they are carried out: new business, then pending deliveries, then delivered copies. */
    public enum Kind {
        SUSPEND_PARTY,
        SUSPEND_PRODUCT,
        SUSPEND_LISTING,
        STOP_TRADE,
        HOLD_TRADE,
        DELETE_COPY,
        ASSESS_COPY;

        /** Whether it is taken in the transaction of the confirmation, so that nothing begins between the two. */
        public boolean isStop() {
            return this == SUSPEND_PARTY || this == SUSPEND_PRODUCT || this == SUSPEND_LISTING;
        }
    }

    public static Measure suspend(ParticipantId party) {
        return new Measure(Kind.SUSPEND_PARTY, null, null, null, party, null);
    }

    /** Suspends a product with everything that depends on it, including later listings. */
    public static Measure suspend(ProductId product) {
        return new Measure(Kind.SUSPEND_PRODUCT, product, null, null, null, null);
    }

    public static Measure suspend(ProductId product, ListingId listing) {
        return new Measure(Kind.SUSPEND_LISTING, product, listing, null, null, null);
    }

    public static Measure stop(ProductId product, TradeId trade) {
        return new Measure(Kind.STOP_TRADE, product, null, trade, null, null);
    }

    /** @param vendor that must resolve it */
    public static Measure hold(ProductId product, TradeId trade, ParticipantId vendor) {
        return new Measure(Kind.HOLD_TRADE, product, null, trade, vendor, null);
    }

    /** @param kind the action required of the buyer for a delivered copy */
    public static Measure copy(Kind kind, ProductId product, TradeId trade, ParticipantId buyer, String receipt) {
        return new Measure(kind, product, null, trade, buyer, receipt);
    }

    /** One line, the same for the same measure. */
    String line() {
        return String.join(
                " ", kind.name(), text(product), text(listing), text(trade), text(participant), text(receipt));
    }

    private static String text(@Nullable Object part) {
        return part == null ? "-" : part.toString();
    }
}
