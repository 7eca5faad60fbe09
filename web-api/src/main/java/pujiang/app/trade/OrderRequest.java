package pujiang.app.trade;

import pujiang.listing.ListingId;
import pujiang.trade.Agreement;
import pujiang.trade.DeclaredUse;

/**
 * The order of a buyer.
 *
 * @param revision of the terms that the buyer has read; no trade is concluded on others
 */
public record OrderRequest(ListingId listing, int revision, DeclaredUse use) {

    boolean asks(Agreement agreement) {
        return listing.equals(agreement.listing())
                && revision == agreement.revision()
                && agreement.use().answers(use);
    }
}
