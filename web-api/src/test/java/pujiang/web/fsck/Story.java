package pujiang.web.fsck;

import static pujiang.web.Market.fresh;

import java.util.HashMap;
import java.util.Map;
import pujiang.app.security.Role;
import pujiang.web.Market;
import pujiang.web.Sale;

/** What happened in an exchange before it is checked: trades that went well, that wait, that were given up and refunded. */
public record Story(Map<String, String> names) {

    public static Story played(Market market) throws Exception {
        var sale = new Sale(market, "100.00");
        var names = new HashMap<String, String>();
        names.put("done", sale.completed("nine char"));
        names.put(
                "content",
                market.get(sale.buyer(), "/trades/" + names.get("done")).text("/content/sha256"));
        names.put("receipt", sale.evidence(names.get("done"), "receipt").text("/attestation/digest"));
        sale.evidence(names.get("done"), "certificate");
        sale.deposit("300.00");
        names.put("open", ordered(sale));
        names.put("gone", ordered(sale));
        market.post(sale.buyer(), "/trades/" + names.get("gone") + "/cancellation", "{\"reason\": \"not needed\"}")
                .is(200);
        names.put("refunded", refunded(market, sale));
        struckOff(market, sale);
        names.put("recall", dropped(market, sale));
        names.putAll(stopped(market, sale));
        names.put("withdrawal", fresh("fsck-out"));
        sale.book("withdrawals", sale.vendorId(), "10.00", names.get("withdrawal"))
                .is(200);
        names.put("listing", sale.listing());
        names.put("product", sale.product());
        names.put("vendor", sale.vendorId().value());
        names.put("buyer", sale.buyerId().value());
        return new Story(Map.copyOf(names));
    }

    /** With the things' names in the place of what stands in braces. */
    public String told(String text) {
        var told = text;
        for (var name : names.entrySet()) told = told.replace("{" + name.getKey() + "}", name.getValue());
        return told;
    }

    /** Its stop is mended and lifted only then. */
    private static void struckOff(Market market, Sale sale) throws Exception {
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        var product = "/products/" + fresh("fsck-product");
        market.put(sale.vendor(), product, Market.product("Struck off").replace("26280", "35040"))
                .is(201);
        market.post(officer, product + "/suspension", "{\"reason\": \"complaint 7\"}")
                .is(200);
        market.post(sale.vendor(), product + "/strike-off", "{\"reason\": \"sensor was broken\"}")
                .is(200);
        market.put(officer, product + "/assessments/late", Market.ASSESSED).is(201);
        market.post(officer, product + "/resumption", "{\"reason\": \"seen\"}").is(200);
    }

    private static String ordered(Sale sale) throws Exception {
        var trade = fresh("fsck-trade");
        sale.order(trade).is(201);
        return trade;
    }

    private static String refunded(Market market, Sale sale) throws Exception {
        var trade = ordered(sale);
        sale.deliver(trade, "other data").is(200);
        market.post(sale.buyer(), "/trades/" + trade + "/dispute", "{\"reason\": \"not what was agreed\"}")
                .is(200);
        market.post(
                        market.operator(),
                        "/trades/" + trade + "/resolution",
                        "{\"resolution\": \"REFUND_BUYER\", \"ground\": \"seen\"}")
                .is(200);
        return trade;
    }

    /** A participant, a product and a listing that somebody has stopped, and another's product that is derived from it. */
    private static Map<String, String> stopped(Market market, Sale sale) throws Exception {
        var stopped = new Sale(market, "1.00");
        var number = market.get(stopped.vendor(), "/products/" + stopped.product())
                .is(200)
                .text("/number");
        var derived = fresh("fsck-derived");
        var described = Market.product(derived)
                .replace("measured by the US consulate, public", "derived from " + number + ", public");
        market.put(sale.vendor(), "/products/" + derived, described).is(201);
        var reason = "{\"reason\": \"under inquiry\"}";
        market.post(stopped.vendor(), "/listings/" + stopped.listing() + "/suspension", reason)
                .is(200);
        market.post(market.operator(), "/products/" + stopped.product() + "/suspension", reason)
                .is(200);
        market.post(market.operator(), "/participants/" + stopped.buyerId() + "/suspension", reason)
                .is(200);
        return Map.of(
                "stopped-listing",
                stopped.listing(),
                "stopped-product",
                stopped.product(),
                "stopped-party",
                stopped.buyerId().value(),
                "derived",
                derived);
    }

    private static String dropped(Market market, Sale sale) throws Exception {
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        var recall = fresh("fsck-recall");
        market.put(
                        officer,
                        "/recalls/" + recall,
                        """
                        {"kind": "LICENCE_LAPSED", "product": "%s", "reason": "lapsed", "evidence": "vault/1"}"""
                                .formatted(sale.product()))
                .is(201);
        market.post(officer, "/recalls/" + recall + "/withdrawal", "{\"reason\": \"a mistake\"}")
                .is(200);
        return recall;
    }
}
