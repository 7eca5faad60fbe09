package pujiang.web.listing;

import pujiang.product.ProductDescription;
import pujiang.product.RegistrationNumber;
import pujiang.web.product.ProductView;

/**
 * A listing with what a buyer needs to know of the product.
 *
 * @param number under which the product is registered
 */
record ListingDetail(ListingAnswer listing, RegistrationNumber number, ProductDescription description) {

    static ListingDetail of(CatalogueEntry entry, ProductView product, boolean withDecision) {
        return new ListingDetail(ListingAnswer.of(entry, withDecision), product.number(), product.description());
    }
}
