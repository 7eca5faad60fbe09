package pujiang.web.security;

import static pujiang.web.Market.fresh;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import pujiang.app.security.Role;
import pujiang.digest.Sha256;
import pujiang.participant.ParticipantId;
import pujiang.web.Market;

/**
 * The things that the rows of {@code access.txt} are tried on, made over HTTP when they are first asked for. All of them
 * belong to one vendor, or to the trade between it and one buyer.
 */
public final class AccessThings {

    private static final Pattern PLACE = Pattern.compile("\\{([\\w-]+)(?:=([\\w.-]+))?}");
    private static final String REASON = "{\"reason\": \"seen\"}";

    private final AccessCast cast;
    private final AccessCast.Side side;
    private final Map<String, String> made = new HashMap<>();
    private final String bytes = fresh("bytes");

    AccessThings(AccessCast cast, AccessCast.Side side) {
        this.cast = cast;
        this.side = side;
    }

    /** A text with its places filled in. */
    public String filled(String text) {
        return PLACE.matcher(text).replaceAll(place -> {
            var wanted = place.group(2) == null ? place.group(1) : place.group(2);
            return thing(wanted);
        });
    }

    /** A body as the table writes it, and what it is. */
    public String body(String text) {
        return new AccessBodies(this, cast, side, bytes).body(text);
    }

    /** What the name stands for from now on, instead of a thing that would be made. */
    void know(String name, String thing) {
        made.put(name, thing);
    }

    String thing(String name) {
        var known = made.get(name);
        if (known != null) return known;
        try {
            var thing = make(name);
            // A link is used up, and what is new is new each time.
            if (!name.equals("link") && !name.equals("new")) made.put(name, thing);
            return thing;
        } catch (Exception e) {
            throw new AssertionError("cannot make " + name, e);
        }
    }

    private String make(String name) throws Exception {
        return switch (name) {
            case "new" -> fresh("new");
            case "participant" -> side.vendor().value();
            case "buyer" -> side.buyer().value();
            case "applied" -> applied();
            case "active" -> cast.market().participant("active").value();
            case "suspended" -> suspendedParticipant();
            case "funded" -> funded();
            case "product" -> product("PM2.5", Market.product("PM2.5"));
            case "stated" -> stated();
            case "listing" -> listing(thing("product"));
            case "held-listing" -> listing(product("Disputed", AccessBodies.DISPUTED));
            case "trade" -> order(cast.things(side).thing("listing"));
            case "held-trade" -> heldTrade();
            case "held-decision", "held-listing-decision", "proven-version" -> readOf(name);
            case "asked-trade" -> askedTrade();
            case "shown-trade" -> shownTrade();
            case "excepted-trade" -> exceptedTrade();
            case "delivered", "disputed", "completed" -> trade(name);
            case "watched" -> cast.watched(trade(name));
            case "open-answer" -> cast.leftOpen(thing("watched"));
            case "obligation" -> obligation();
            case "proven-obligation" -> provenObligation();
            case "recall" -> recall();
            case "staged-plan" -> stagedPlan();
            case "digest" -> sha256(bytes);
            case "content" -> content();
            case "link" -> link();
            case "nowhere" -> "f".repeat(64);
            case "draft", "replayed", "report" -> cast.drafts().make(name, this);
            case "colleague", "unadmitted", "new-colleague" -> user(name);
            case "parked-event", "failing-item" -> cast.failed(name);
            case "token" ->
                cast.accounts().issue(cast.username(side), "x", AccessCast.LIFE).id();
            case "large-deposit", "large-digest" -> new AccessMoney(this, cast, side).make(name);
            default ->
                AccessStops.NAMES.contains(name) ? new AccessStops(this, cast, side.vendorToken()).make(name) : name;
        };
    }

    /** What whoever judges names as read. */
    private String readOf(String name) throws Exception {
        return switch (name) {
            case "held-decision" -> cast.decision(thing("held-trade"));
            case "held-listing-decision" -> cast.read("/listings/" + thing("held-listing"), "/listing/decision/digest");
            default -> cast.read("/obligations/" + thing("proven-obligation"), "/version");
        };
    }

    private String user(String name) {
        return switch (name) {
            case "unadmitted" -> Newcomers.unadmitted(cast.accounts(), fresh("unadmitted"));
            case "new-colleague" -> fresh("colleague") + "@" + side.vendor();
            default -> colleague();
        };
    }

    private String applied() throws Exception {
        var id = fresh("applied");
        cast.market()
                .put(cast.operator(), "/participants/" + id, Market.application("Somebody", Market.creditCode()))
                .is(201);
        return id;
    }

    private String suspendedParticipant() throws Exception {
        ParticipantId id = cast.market().participant("suspended");
        cast.market()
                .post(cast.operator(), "/participants/" + id + "/suspension", REASON)
                .is(200);
        return id.value();
    }

    private String funded() throws Exception {
        cast.deposit(side.vendor());
        return side.vendor().value();
    }

    /** Each with data of its own: one whose data is described as that of a stopped one is not listed. */
    String product(String start, String content) throws Exception {
        var id = fresh(start.toLowerCase(Locale.ROOT).replace(".", "-"));
        var own = content.replace("26280", String.valueOf(1_000_000 + Math.floorMod(id.hashCode(), 1_000_000)));
        cast.market().put(side.vendorToken(), "/products/" + id, own).is(201);
        return id;
    }

    private String stated() throws Exception {
        var product = thing("product");
        cast.market()
                .put(side.vendorToken(), filled("/products/{product}/recipients/{buyer}"), body("@recipient"))
                .is(201);
        return product;
    }

    String listing(String product) throws Exception {
        var id = fresh("listing");
        cast.market()
                .put(side.vendorToken(), "/listings/" + id, Market.listing(product, "1.00"))
                .is(201);
        return id;
    }

    private String order(String listing) throws Exception {
        var id = fresh("trade");
        made.putIfAbsent("listing", listing);
        cast.market()
                .put(side.buyerToken(), "/trades/" + id, AccessBodies.ORDER.replace("{listing}", listing))
                .is(201);
        return id;
    }

    /** Its product fell into dispute after it was listed. */
    private String heldTrade() throws Exception {
        var product = product("PM2.5", Market.product("PM2.5"));
        var listing = listing(product);
        cast.market()
                .revise(side.vendorToken(), "/products/" + product, "\"v1\"", AccessBodies.DISPUTED)
                .is(200);
        var trade = order(listing);
        var state = cast.market().get(side.buyerToken(), "/trades/" + trade).text("/state");
        if (!state.equals("requested")) throw new AssertionError("the law has decided: " + state);
        return trade;
    }

    /** Its vendor is asked for one document. */
    private String askedTrade() throws Exception {
        var trade = heldTrade();
        cast.market()
                .post(cast.officer(), "/trades/" + trade + "/document-requests", AccessBodies.ASKING)
                .is(200);
        return trade;
    }

    private String shownTrade() throws Exception {
        var trade = askedTrade();
        cast.market()
                .post(
                        side.vendorToken(),
                        "/trades/" + trade + "/document-requests/1/document",
                        filled("{\"sha256\": \"{content}\", \"facts\": {\"product.rightsDispute\": true}}"))
                .is(200);
        return trade;
    }

    /** Its approval lets its delivery pass as well; that is the third event. */
    private String exceptedTrade() throws Exception {
        var trade = heldTrade();
        cast.market()
                .post(cast.officer(), "/trades/" + trade + "/approval", AccessBodies.exception(cast.decision(trade)))
                .is(200);
        return trade;
    }

    private String trade(String state) throws Exception {
        var id = order(cast.things(side).thing("listing"));
        cast.market()
                .post(side.vendorToken(), "/trades/" + id + "/delivery", filled("{\"sha256\": \"{content}\"}"))
                .is(200);
        if (state.equals("disputed"))
            cast.market()
                    .post(side.buyerToken(), "/trades/" + id + "/dispute", REASON)
                    .is(200);
        if (state.equals("completed"))
            cast.market()
                    .post(side.buyerToken(), "/trades/" + id + "/acceptance", "")
                    .is(200);
        return id;
    }

    /** The buyer's, of a trade that was delivered; opened a moment later. */
    private String obligation() throws Exception {
        var trade = trade("delivered");
        for (int attempt = 0; attempt < 200; attempt++) {
            var owed = cast.market().get(side.buyerToken(), "/obligations").body();
            for (var each : owed.path("items")) {
                if (each.at("/duty/concern/trade").asString().equals(trade))
                    return each.path("id").asString();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nothing is owed after 20 s");
    }

    /** Of a product that nothing was sold of. */
    private String recall() throws Exception {
        var id = fresh("recall");
        cast.market()
                .put(side.vendorToken(), "/recalls/" + id, body("@occurrence"))
                .is(201);
        return id;
    }

    private String stagedPlan() throws Exception {
        return cast.market().get(cast.operator(), "/recalls/" + thing("recall")).text("/plan");
    }

    private String provenObligation() throws Exception {
        var id = obligation();
        cast.market()
                .post(side.buyerToken(), "/obligations/" + id + "/proof", "{\"statement\": \"done\"}")
                .is(200);
        return id;
    }

    private String content() throws Exception {
        cast.market()
                .put(side.vendorToken(), "/contents/" + sha256(bytes), bytes)
                .is(201);
        return sha256(bytes);
    }

    private String link() throws Exception {
        var url = cast.market()
                .post(side.buyerToken(), "/trades/" + thing("delivered") + "/downloads", "")
                .is(201)
                .text("/url");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private String colleague() {
        var username = fresh("colleague");
        Newcomers.open(cast.accounts(), username, side.vendor(), Set.of(Role.BUYER));
        return username;
    }

    private static String sha256(String text) {
        return new Sha256().add(text).hex();
    }
}
