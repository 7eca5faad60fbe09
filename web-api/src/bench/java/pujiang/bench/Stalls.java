package pujiang.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Who takes part in a campaign: the vendor and the buyers of the fair, a product that fell into dispute after it was listed,
 * so that an officer must look, and the exchange's own people.
 *
 * @param trades all that were ever ordered
 */
record Stalls(Fair fair, String operator, String officer, List<Order> trades) {

    static final String DISPUTED = "disputed-listing";

    /** A trade and whose it is. */
    record Order(String trade, User buyer) {}

    static Stalls opened(Target target, int buyers) throws IOException, InterruptedException {
        var exchange = target.exchange();
        var fair = Fair.opened(exchange.address(), exchange.secret("password-operator"), buyers);
        var operator = User.signedIn(exchange.address(), "operator", exchange.secret("password-operator"));
        var officer = User.signedIn(exchange.address(), "officer", exchange.secret("password-officer"));
        var vendor = fair.vendor();
        vendor.put("/api/v1/products/disputed", Fair.product());
        operator.put("/api/v1/products/disputed/assessments/admission", Fair.assessed());
        vendor.put("/api/v1/listings/" + DISPUTED, Fair.offer().replace("fair-air", "disputed"));
        vendor.revise(
                "/api/v1/products/disputed",
                "\"v1\"",
                Fair.product().replace("\"product.rightsDispute\": false", "\"product.rightsDispute\": true"));
        return new Stalls(fair, operator.token(), officer.token(), new CopyOnWriteArrayList<>(new ArrayList<>()));
    }
}
