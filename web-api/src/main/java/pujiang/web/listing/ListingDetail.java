package pujiang.web.listing;

import pujiang.product.ProductDescription;
import pujiang.product.RegistrationNumber;
import pujiang.web.product.ProductView;
import pujiang.web.security.Caller;
import pujiang.web.security.People;

/**
 * A listing with what a buyer needs to know of the product.
 *
 * @param number under which the product is registered
 */
record ListingDetail(ListingAnswer listing, RegistrationNumber number, ProductDescription description) {

    static ListingDetail of(CatalogueEntry entry, ProductView product, Caller caller, People people) {
        return new ListingDetail(ListingAnswer.of(entry, caller, people), product.number(), product.description());
    }
}
