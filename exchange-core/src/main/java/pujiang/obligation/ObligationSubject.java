package pujiang.obligation;

import org.jspecify.annotations.Nullable;
import pujiang.listing.ListingId;
import pujiang.listing.Offer;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.trade.Agreement;
import pujiang.trade.TradeId;

/** What an obligation is about, as far as it is about something in particular; and the parties that may look at it. */
public record ObligationSubject(
        @Nullable TradeId trade,
        @Nullable ListingId listing,
        @Nullable ProductId product,
        @Nullable ParticipantId vendor,
        @Nullable ParticipantId buyer) {

    /** The exchange as a whole. */
    static final ObligationSubject EXCHANGE = new ObligationSubject(null, null, null, null, null);

    public static ObligationSubject of(TradeId trade, Agreement agreement) {
        return new ObligationSubject(
                trade, agreement.listing(), agreement.product(), agreement.vendor(), agreement.buyer());
    }

    static ObligationSubject of(ListingId listing, Offer offer) {
        return new ObligationSubject(null, listing, offer.product(), offer.vendor(), null);
    }

    static ObligationSubject ofTheListing(Agreement agreement) {
        return new ObligationSubject(null, agreement.listing(), agreement.product(), agreement.vendor(), null);
    }

    static ObligationSubject ofTheBuyer(Agreement agreement) {
        return new ObligationSubject(null, null, null, null, agreement.buyer());
    }

    /** As the obligation's name holds it: the narrowest thing that it is about. */
    String key() {
        if (trade != null) return "trade " + trade.value();
        if (listing != null) return "listing " + listing.value();
        return buyer != null ? "participant " + buyer.value() : "exchange";
    }
}
