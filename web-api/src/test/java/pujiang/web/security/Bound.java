package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.Market;
import pujiang.web.Sale;
import pujiang.web.security.AccessTable.Row;

/** A vendor, its buyer and its admin, who are bound by what an authority has set on things of their own. */
final class Bound {

    private static final String REASON = "{\"reason\": \"seen\"}";
    private static final Pattern PLACE = Pattern.compile("\\{([\\w-]+)(?:=([\\w.-]+))?}");

    /** Things that are made anew for each request, or that no state is about. */
    private static final Set<String> FREE = Set.of("new", "digest", "content");

    /** What an authority sets, and how one sees that it still stands. */
    enum Held {
        LISTING_STOPPED_BY_THE_OPERATOR,
        LISTING_STOPPED_BY_AN_OFFICER,
        LISTING_HELD,
        LISTING_REJECTED,
        PRODUCT_STOPPED_BY_THE_OPERATOR,
        PRODUCT_STOPPED_BY_AN_OFFICER,
        PRODUCT_RECALLED,
        VENDOR_SUSPENDED_BY_THE_OPERATOR,
        VENDOR_SUSPENDED_BY_AN_OFFICER,
        VENDOR_DISQUALIFIED,
        BUYER_SUSPENDED,
        TRADE_HELD,
        TRADE_REJECTED,
        EXCEPTION_REVOKED,
        USER_SUSPENDED
    }

    private final Held held;
    private final Market market;
    private final String officer;
    private final Sale sale;
    private final String colleague = fresh("bound");
    private final Map<String, String> subject = new HashMap<>();
    private final AccessThings things;

    Bound(Held held, Market market, String officer, Accounts accounts, AccessCast cast) throws Exception {
        this.held = held;
        this.market = market;
        this.officer = officer;
        sale = new Sale(market, "1.00").deposit("100.00");
        Newcomers.open(accounts, colleague, sale.vendorId(), Set.of(Role.VENDOR));
        things = new AccessThings(
                cast, new AccessCast.Side(sale.vendorId(), sale.buyerId(), sale.vendor(), sale.buyer()));
        subject.put("listing", sale.listing());
        subject.put("product", sale.product());
        subject.put("participant", sale.vendorId().value());
        subject.put("username", colleague);
        // While it may: who is suspended uploads nothing.
        var _ = things.thing("content");
    }

    void set() throws Exception {
        switch (held) {
            case LISTING_STOPPED_BY_THE_OPERATOR ->
                post(market.operator(), "/listings/" + sale.listing() + "/suspension", REASON);
            case LISTING_STOPPED_BY_AN_OFFICER -> post(officer, "/listings/" + sale.listing() + "/suspension", REASON);
            case LISTING_HELD -> heldListing();
            case LISTING_REJECTED -> post(officer, "/listings/" + heldListing() + "/rejection", REASON);
            case PRODUCT_STOPPED_BY_THE_OPERATOR ->
                post(market.operator(), "/products/" + sale.product() + "/suspension", REASON);
            case PRODUCT_STOPPED_BY_AN_OFFICER -> post(officer, "/products/" + sale.product() + "/suspension", REASON);
            case PRODUCT_RECALLED -> recalled("LICENCE_LAPSED", "product", sale.product());
            case VENDOR_SUSPENDED_BY_THE_OPERATOR ->
                post(market.operator(), "/participants/" + sale.vendorId() + "/suspension", REASON);
            case VENDOR_SUSPENDED_BY_AN_OFFICER ->
                post(officer, "/participants/" + sale.vendorId() + "/suspension", REASON);
            case VENDOR_DISQUALIFIED ->
                recalled("PARTY_DISQUALIFIED", "participant", sale.vendorId().value());
            case BUYER_SUSPENDED -> {
                subject.put("participant", sale.buyerId().value());
                post(market.operator(), "/participants/" + sale.buyerId() + "/suspension", REASON);
            }
            case TRADE_HELD -> heldTrade();
            case TRADE_REJECTED -> post(officer, "/trades/" + heldTrade() + "/rejection", REASON);
            case EXCEPTION_REVOKED -> {
                var trade = heldTrade();
                post(officer, "/trades/" + trade + "/approval", AccessBodies.exception(decision(trade)));
                subject.put("exception", "2");
                post(officer, "/exceptions/" + trade + "/2/revocation", "{\"ground\": \"seen\"}");
            }
            case USER_SUSPENDED -> post(market.operator(), "/users/" + colleague + "/suspension", "");
        }
    }

    /** Every place in it that a state could be about is the thing that is held. */
    String path(Row row) {
        know(row);
        return things.filled(row.path()).replace("**", "any");
    }

    String body(Row row) {
        know(row);
        return things.body(row.body());
    }

    private void know(Row row) {
        for (var name : PLACE.matcher(row.path() + row.body()).results().toList()) {
            var thing = name.group(2) == null ? name.group(1) : name.group(2);
            var own = subject.get(name.group(1));
            if (!FREE.contains(thing)) things.know(thing, own != null ? own : subject.getOrDefault(thing, "nowhere"));
        }
        things.know("product", sale.product());
        things.know("listing", subject.getOrDefault("listing", sale.listing()));
    }

    void stands(String when) throws Exception {
        var now =
                switch (held) {
                    case LISTING_STOPPED_BY_THE_OPERATOR, LISTING_STOPPED_BY_AN_OFFICER ->
                        stops("/listings/" + sale.listing(), "/listing/stops");
                    case LISTING_HELD, LISTING_REJECTED ->
                        state("/listings/" + subject.get("listing"), "/listing/state");
                    case PRODUCT_STOPPED_BY_THE_OPERATOR, PRODUCT_STOPPED_BY_AN_OFFICER, PRODUCT_RECALLED ->
                        stops("/products/" + sale.product(), "/stops");
                    case VENDOR_SUSPENDED_BY_THE_OPERATOR, VENDOR_SUSPENDED_BY_AN_OFFICER, VENDOR_DISQUALIFIED ->
                        stops("/participants/" + sale.vendorId(), "/stops");
                    case BUYER_SUSPENDED -> stops("/participants/" + sale.buyerId(), "/stops");
                    case TRADE_HELD, TRADE_REJECTED -> state("/trades/" + subject.get("trade"), "/state");
                    case EXCEPTION_REVOKED ->
                        market.get(officer, "/exceptions/" + subject.get("trade") + "/2")
                                .text("/state");
                    case USER_SUSPENDED -> state("/users/" + colleague, "/enabled");
                };
        assertThat(now).as(when).matches(expected());
    }

    private String expected() {
        return switch (held) {
            case LISTING_STOPPED_BY_THE_OPERATOR,
                    PRODUCT_STOPPED_BY_THE_OPERATOR,
                    VENDOR_SUSPENDED_BY_THE_OPERATOR,
                    BUYER_SUSPENDED -> ".*OPERATOR_ORDER.*";
            case LISTING_STOPPED_BY_AN_OFFICER, PRODUCT_STOPPED_BY_AN_OFFICER, VENDOR_SUSPENDED_BY_AN_OFFICER ->
                ".*OFFICER_ORDER.*";
            case PRODUCT_RECALLED -> ".*LICENCE_LAPSED.*";
            case VENDOR_DISQUALIFIED -> ".*PARTY_DISQUALIFIED.*";
            case LISTING_HELD -> "held|withdrawn";
            case LISTING_REJECTED -> "rejected|withdrawn";
            case TRADE_HELD -> "requested|terminated";
            case TRADE_REJECTED -> "terminated";
            case EXCEPTION_REVOKED -> "REVOKED";
            case USER_SUSPENDED -> "false";
        };
    }

    /** Whatever came of all that was sent: the product cannot be bought, by no listing that was made meanwhile either. */
    void letsNothingPass(String who) throws Exception {
        var stopped = held.name().matches("(LISTING_STOPPED|PRODUCT|VENDOR|BUYER).*");
        if (!stopped) return;
        var listed = market.get(market.operator(), "/listings?product=" + sale.product() + "&state=published")
                .is(200)
                .body()
                .path("items");
        var all = new TreeSet<>(Set.of(sale.listing()));
        listed.forEach(each -> all.add(each.path("id").asString()));
        for (var listing : all) {
            var order =
                    """
                    {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air"}}"""
                            .formatted(listing);
            var answer = market.put(sale.buyer(), "/trades/" + fresh("slip"), order);
            assertThat(answer.status())
                    .as("%s, %s: %s", held, who, answer.body())
                    .isIn(403, 409);
        }
    }

    private String heldListing() throws Exception {
        var product = disputed(Market.product("Other").replace("26280", "8760"));
        var listing = fresh("held");
        market.put(sale.vendor(), "/listings/" + listing, Market.listing(product, "1.00"))
                .is(201);
        subject.put("listing", listing);
        return listing;
    }

    private String disputed(String content) throws Exception {
        var product = fresh("disputed");
        market.put(
                        sale.vendor(),
                        "/products/" + product,
                        content.replace("\"product.rightsDispute\": false", "\"product.rightsDispute\": true"))
                .is(201);
        return product;
    }

    private String heldTrade() throws Exception {
        market.revise(sale.vendor(), "/products/" + sale.product(), "\"v1\"", AccessBodies.DISPUTED)
                .is(200);
        var trade = fresh("held");
        sale.order(trade).is(201);
        assertThat(state("/trades/" + trade, "/state")).isEqualTo("requested");
        subject.put("trade", trade);
        return trade;
    }

    /** The digest of the decision that an officer reads before approving. */
    private String decision(String trade) throws Exception {
        return market.get(officer, "/trades/" + trade).is(200).text("/decision/digest");
    }

    private void recalled(String kind, String field, String what) throws Exception {
        var recall = fresh("recall");
        var plan = market.put(
                        officer,
                        "/recalls/" + recall,
                        "{\"kind\": \"%s\", \"%s\": \"%s\", \"reason\": \"seen\", \"evidence\": \"vault/1\"}"
                                .formatted(kind, field, what))
                .is(201)
                .text("/plan");
        post(officer, "/recalls/" + recall + "/confirmation", "{\"plan\": \"" + plan + "\"}");
        subject.put("recall", recall);
    }

    String token(String who) {
        return switch (who) {
            case "vendor" -> sale.vendor();
            case "buyer" -> sale.buyer();
            default -> admin();
        };
    }

    private String admin() {
        return subject.computeIfAbsent("@admin", _ -> market.token(sale.vendorId(), Role.PARTICIPANT_ADMIN));
    }

    private void post(String who, String path, String body) throws Exception {
        market.post(who, path, body).is(200);
    }

    private String state(String path, String pointer) throws Exception {
        return market.get(market.operator(), path).is(200).text(pointer);
    }

    private String stops(String path, String pointer) throws Exception {
        return market.get(market.operator(), path).is(200).body().at(pointer).toString();
    }
}
