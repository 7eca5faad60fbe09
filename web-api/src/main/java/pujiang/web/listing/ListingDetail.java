package pujiang.web.listing;

import pujiang.product.ProductDescription;
import pujiang.product.RegistrationNumber;

/**
 * A listing with what a buyer needs to know of the product.
 *
 * @param number under which the product is registered
 */
record ListingDetail(ListingAnswer listing, RegistrationNumber number, ProductDescription description) {}
