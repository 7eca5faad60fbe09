package pujiang.trade;

import java.time.LocalDate;
import org.joda.money.Money;
import pujiang.compliance.FactSheet;
import pujiang.listing.ListingId;
import pujiang.listing.Terms;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;

/**
 * What the parties agreed: a frozen copy, so that a later change of the listing changes nothing here.
 *
 * @param revision of the listing whose terms were accepted
 * @param use what the buyer declared; with the terms it bounds what may be done with the data
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

    /** Whether the buyer asked for the same; the day and the terms follow from when it asked. */
    public boolean sameOrder(Agreement other) {
        return listing.equals(other.listing)
                && revision == other.revision
                && buyer.equals(other.buyer)
                && use.equals(other.use);
    }

    /** As it stands once the buyer has said more of its use. */
    public Agreement with(FactSheet said) {
        return new Agreement(listing, revision, product, vendor, buyer, terms, use.and(said), concluded);
    }

    /** What is due now that it is concluded, and reserved until the delivery is accepted. */
    public Money price() {
        return terms.plan().dueNow();
    }
}
