package pujiang.web.security;

import java.util.Set;
import pujiang.web.Market;

/**
 * Things that somebody has stopped. Each on a product of its own: what an authority has stopped keeps other listings of the
 * product away.
 */
final class AccessStops {

    static final Set<String> NAMES = Set.of(
            "suspended-listing", "ordered-off", "ruled-off", "suspended-product", "ruled-product", "off-by-product");

    private static final String REASON = "{\"reason\": \"seen\"}";

    private final AccessThings things;
    private final AccessCast cast;
    private final String vendor;

    AccessStops(AccessThings things, AccessCast cast, String vendor) {
        this.things = things;
        this.cast = cast;
        this.vendor = vendor;
    }

    String make(String name) throws Exception {
        return switch (name) {
            case "suspended-listing" -> listing(vendor);
            case "ordered-off" -> listing(cast.operator());
            case "ruled-off" -> listing(cast.officer());
            case "suspended-product" -> product(cast.operator());
            case "ruled-product" -> product(cast.officer());
            case "off-by-product" -> offByProduct();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private String listing(String by) throws Exception {
        var id = things.listing(product());
        cast.market().post(by, "/listings/" + id + "/suspension", REASON).is(200);
        return id;
    }

    private String product(String by) throws Exception {
        var id = product();
        cast.market().post(by, "/products/" + id + "/suspension", REASON).is(200);
        return id;
    }

    /** A listing whose product the operator has stopped. */
    private String offByProduct() throws Exception {
        var product = product();
        var listing = things.listing(product);
        cast.market()
                .post(cast.operator(), "/products/" + product + "/suspension", REASON)
                .is(200);
        return listing;
    }

    private String product() throws Exception {
        return things.product("PM2.5", Market.product("PM2.5"));
    }
}
