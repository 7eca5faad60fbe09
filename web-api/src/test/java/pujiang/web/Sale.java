package pujiang.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static pujiang.web.Market.fresh;

import java.security.MessageDigest;
import java.util.HexFormat;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;
import pujiang.web.Market.Answer;

/** One vendor's product, one buyer with money, and the trades between them, for tests. */
public final class Sale {

    private final Market market;
    private final String price;
    private final ParticipantId vendorId;
    private final ParticipantId buyerId;
    private final String vendor;
    private final String buyer;
    private final String product;
    private final String listing;

    /** The product is on offer at the price; the buyer has nothing yet. */
    public Sale(Market market, String price) throws Exception {
        this.market = market;
        this.price = price;
        vendorId = market.participant("sale-vendor");
        buyerId = market.participant("sale-buyer");
        vendor = market.token(vendorId, Role.VENDOR);
        buyer = market.token(buyerId, Role.BUYER);
        product = fresh("sale-product");
        listing = fresh("sale-listing");
        market.put(vendor, "/products/" + product, Market.product(product)).is(201);
        market.put(vendor, "/listings/" + listing, Market.listing(product, price))
                .is(201);
    }

    public ParticipantId vendorId() {
        return vendorId;
    }

    public ParticipantId buyerId() {
        return buyerId;
    }

    public String vendor() {
        return vendor;
    }

    public String product() {
        return product;
    }

    public String listing() {
        return listing;
    }

    public String buyer() {
        return buyer;
    }

    public Sale deposit(String amount) throws Exception {
        var reference = fresh("sale-bank");
        var booked = book("deposits", buyerId, amount, reference);
        if (booked.status() == 202) confirm("in." + reference + ".1");
        else booked.is(200);
        return this;
    }

    /** A large amount needs a second operator. */
    private void confirm(String id) throws Exception {
        var second = market.staff(Role.OPERATOR);
        var booking = "/bank-bookings/" + id;
        var digest = market.get(second, booking).is(200).text("/digest");
        market.post(second, booking + "/confirmation", "{\"digest\": \"" + digest + "\"}")
                .is(200);
    }

    /** @param what {@code deposits} or {@code withdrawals} */
    public Answer book(String what, ParticipantId participant, String amount, String reference) throws Exception {
        var body = "{\"amount\": {\"amount\": \"%s\", \"currency\": \"CNY\"}, \"reference\": \"%s\"}"
                .formatted(amount, reference);
        return market.post(market.operator(), "/accounts/" + participant + "/" + what, body);
    }

    public Answer order(String trade) throws Exception {
        return market.put(
                buyer,
                "/trades/" + trade,
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air study"}}"""
                        .formatted(listing));
    }

    /** Returns the SHA-256 under which the vendor has uploaded it. */
    public String uploaded(String content) throws Exception {
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        market.put(vendor, "/contents/" + sha256, content);
        return sha256;
    }

    public Answer deliver(String trade, String content) throws Exception {
        var sha256 = uploaded(content);
        return market.post(vendor, "/trades/" + trade + "/delivery", "{\"sha256\": \"" + sha256 + "\"}");
    }

    public Answer accept(String trade) throws Exception {
        return market.post(buyer, "/trades/" + trade + "/acceptance", "{}");
    }

    /** A trade from order to certificate, paid for with fresh money. */
    public String completed(String content) throws Exception {
        var trade = fresh("sale-trade");
        deposit(price);
        order(trade).is(201);
        deliver(trade, content).is(200);
        accept(trade).is(200);
        return trade;
    }

    /** The receipt or certificate, once the log has numbered it. */
    public Answer evidence(String trade, String which) throws Exception {
        for (int attempt = 0; ; attempt++) {
            var answer = market.get(buyer, "/trades/" + trade + "/" + which).is(200);
            if (!answer.body().path("bundle").isNull()) return answer;
            if (attempt == 200) throw new AssertionError("not in the log after 20 s: " + answer);
            Thread.sleep(100);
        }
    }
}
