package pujiang.app.listing;

import pujiang.app.product.ProductView;
import pujiang.app.security.ActorNames;
import pujiang.app.security.Caller;
import pujiang.product.ProductDescription;
import pujiang.product.RegistrationNumber;

/**
 * A listing with what a buyer needs to know of the product.
 *
 * @param number under which the product is registered
 */
public record ListingDetail(ListingAnswer listing, RegistrationNumber number, ProductDescription description) {

    public static ListingDetail of(CatalogueEntry entry, ProductView product, Caller caller, ActorNames actorNames) {
        return new ListingDetail(ListingAnswer.of(entry, caller, actorNames), product.number(), product.description());
    }
}
