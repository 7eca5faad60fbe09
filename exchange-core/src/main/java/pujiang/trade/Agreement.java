package pujiang.trade;

import java.time.LocalDate;
import org.joda.money.Money;
import pujiang.compliance.FactSheet;
import pujiang.listing.ListingId;
import pujiang.listing.Terms;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;

/**
 * The frozen terms of a trade. A later change of the listing does not change them.
 *
 * @param revision of the listing whose terms were accepted
 * @param use declared by the buyer; together with the terms it limits the use of the data
 */
public record Agreement(
        ListingId listing,
        int revision,
        ProductId product,
        ParticipantId vendor,
        ParticipantId buyer,
        Terms terms,
        DeclaredUse use,
        LocalDate concluded) {

    /** Whether the orders are the same; the day and the terms depend on the time of the order. */
    public boolean sameOrder(Agreement other) {
        return listing.equals(other.listing)
                && revision == other.revision
                && buyer.equals(other.buyer)
                && use.equals(other.use);
    }

    /** The agreement with a further statement of the buyer about its use. */
    public Agreement with(FactSheet said) {
        return new Agreement(listing, revision, product, vendor, buyer, terms, use.and(said), concluded);
    }

    /** The price that is due now and reserved until the delivery is accepted. */
    public Money price() {
        return terms.plan().dueNow();
    }
}
