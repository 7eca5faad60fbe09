package pujiang.app.command;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import pujiang.web.Market;
import pujiang.web.Sale;

/** All that is done at once to what trades stand on: a listing, its product, a participant. */
final class GoodsClash implements Scene {

    private static final String REASON = "{\"reason\": \"seen by somebody\"}";

    private static final Course LISTING = Course.of(Map.of(
            "listing.published", "published",
            "listing.suspended", "suspended",
            "listing.resumed", "published"));

    private static final Course PARTICIPANT = Course.of(Map.of(
            "participant.applied", "applied",
            "participant.verified", "active",
            "participant.suspended", "suspended",
            "participant.reinstated", "active"));

    private enum What {
        PAUSE,
        RESUME,
        STOP,
        REVISE,
        HALT,
        GO_ON,
        ASSESS,
        SUSPEND,
        REINSTATE;

        static What any(List<What> of, Random random) {
            return of.get(random.nextInt(of.size()));
        }
    }

    private static final List<What> OF_THE_LISTING = List.of(What.PAUSE, What.RESUME, What.STOP);
    private static final List<What> OF_THE_PRODUCT = List.of(What.REVISE, What.HALT, What.GO_ON, What.ASSESS);
    private static final List<What> OF_THE_PARTICIPANT = List.of(What.SUSPEND, What.REINSTATE);

    private final Market market;
    private final JdbcTemplate database;
    private final UsedKeys used;
    private final Sale sale;

    GoodsClash(Market market, JdbcTemplate database) throws Exception {
        this.market = market;
        this.database = database;
        used = new UsedKeys(database);
        sale = new Sale(market, "50.00");
    }

    @Override
    public int choices() {
        return What.values().length;
    }

    @Override
    public Clash begin(int choice, Random random) throws Exception {
        var first = What.values()[choice];
        return switch (first) {
            case PAUSE, RESUME, STOP -> listing(first, random);
            case REVISE, HALT, GO_ON, ASSESS -> product(first, random);
            case SUSPEND, REINSTATE -> participant(first, random);
        };
    }

    private Clash listing(What first, Random random) throws Exception {
        var clash = new Clash("Listing", sale.listing(), random, database, LISTING, this::listingIsShown);
        moveListing(clash, first, random.nextBoolean());
        for (int i = 0; i < 2; i++) moveListing(clash, What.any(OF_THE_LISTING, random), random.nextInt(4) == 0);
        return clash;
    }

    private void moveListing(Clash clash, What what, boolean mustFail) throws Exception {
        var who = what == What.STOP ? market.operator() : sale.vendor();
        var key = mustFail ? used.of(who) : Clash.name("own-key");
        var path = "/listings/" + sale.listing() + (what == What.RESUME ? "/resumption" : "/suspension");
        // The vendor lifts its own pause; beside the operator's stop that is no return.
        var tells = what == What.RESUME ? Set.of("published", "suspended") : Set.of("suspended");
        clash.with(what.name(), tells, mustFail, () -> market.post(who, path, REASON, key));
    }

    private void listingIsShown(Clash clash) {
        shown(clash, "listing_board");
    }

    private Clash product(What first, Random random) throws Exception {
        var path = "/products/" + sale.product();
        var etag = Clash.insisting(() -> market.get(sale.vendor(), path)).etag();
        var clash = new Clash("Product", sale.product(), random, database, Course.of(Map.of()), this::productIsShown);
        moveProduct(clash, first, etag, random.nextBoolean());
        for (int i = 0; i < 2; i++) moveProduct(clash, What.any(OF_THE_PRODUCT, random), etag, random.nextInt(4) == 0);
        return clash;
    }

    /** Only what is sent under a key fails since that was used. */
    private void moveProduct(Clash clash, What what, String etag, boolean wanted) throws Exception {
        var mustFail = wanted && (what == What.HALT || what == What.GO_ON);
        var key = mustFail ? used.of(market.operator()) : Clash.name("own-key");
        var path = "/products/" + sale.product();
        var revised = Market.product(Clash.name("title"));
        var assessment = path + "/assessments/" + Clash.name("assessment");
        clash.with(what.name(), Set.of(), mustFail, () -> switch (what) {
            case REVISE -> market.revise(sale.vendor(), path, etag, revised);
            case HALT -> market.post(market.operator(), path + "/suspension", REASON, key);
            case GO_ON -> market.post(market.operator(), path + "/resumption", REASON, key);
            default -> market.put(market.operator(), assessment, Market.ASSESSED);
        });
    }

    private void productIsShown(Clash clash) {
        var names = Clash.names(clash.events());
        var revisions = 1 + names.stream().filter("product.revised"::equals).count();
        var shown = database.queryForObject(
                "select revision from product_board where id = ?", Long.class, clash.aggregate());
        if (shown == null || shown != revisions) clash.lie("shown as revision " + shown + " of " + revisions);
        var stopped = names.stream().filter("product.suspended"::equals).count()
                - names.stream().filter("product.stop-lifted"::equals).count();
        if (stopped != 0 && stopped != 1) clash.lie(stopped + " stops of one operator: " + names);
    }

    private Clash participant(What first, Random random) throws Exception {
        var clash = new Clash(
                "Participant", sale.buyerId().value(), random, database, PARTICIPANT, this::participantIsShown);
        moveParticipant(clash, first, random.nextBoolean());
        for (int i = 0; i < 2; i++)
            moveParticipant(clash, What.any(OF_THE_PARTICIPANT, random), random.nextInt(4) == 0);
        return clash;
    }

    private void moveParticipant(Clash clash, What what, boolean mustFail) throws Exception {
        var key = mustFail ? used.of(market.operator()) : Clash.name("own-key");
        var path = "/participants/" + sale.buyerId() + (what == What.SUSPEND ? "/suspension" : "/reinstatement");
        var tells = Set.of(what == What.SUSPEND ? "suspended" : "active");
        clash.with(what.name(), tells, mustFail, () -> market.post(market.operator(), path, REASON, key));
    }

    private void participantIsShown(Clash clash) {
        shown(clash, "participant_board");
    }

    private void shown(Clash clash, String table) {
        var state = clash.course().last(clash.events());
        var shown = database.queryForObject(
                "select state from " + table + " where id = ?", String.class, clash.aggregate());
        if (!state.equals(shown)) clash.lie("shown as " + shown + " and not " + state);
    }
}
