package pujiang.obligation;

import org.jspecify.annotations.Nullable;
import pujiang.listing.ListingId;
import pujiang.listing.Offer;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.trade.Agreement;
import pujiang.trade.TradeId;

/** The subject of an obligation, if it has a particular one, and the parties that may see it. */
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

    /** The form in the obligation's id: the narrowest part of the subject. */
    String key() {
        if (trade != null) return "trade " + trade.value();
        if (listing != null) return "listing " + listing.value();
        return buyer != null ? "participant " + buyer.value() : "exchange";
    }
}
