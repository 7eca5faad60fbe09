package pujiang.web.command;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import pujiang.web.Market;
import pujiang.web.Sale;

/** All that is done at once to what trades stand on: a listing, its product, a participant. */
final class GoodsClash {

    private static final String REASON = "{\"reason\": \"seen by somebody\"}";

    private static final Map<String, String> LISTING = Map.of(
            "listing.published", "published",
            "listing.suspended", "suspended",
            "listing.resumed", "published");

    private static final Map<String, String> PARTICIPANT = Map.of(
            "participant.applied", "applied",
            "participant.verified", "active",
            "participant.suspended", "suspended",
            "participant.reinstated", "active");

    private enum What {
        PAUSE,
        RESUME,
        STOP,
        REVISE,
        SUSPEND,
        REINSTATE
    }

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

    int choices() {
        return What.values().length;
    }

    Clash begin(int choice, Random random) throws Exception {
        var first = What.values()[choice];
        return switch (first) {
            case PAUSE, RESUME, STOP -> listing(first, random);
            case REVISE -> product(random);
            case SUSPEND, REINSTATE -> participant(first, random);
        };
    }

    private Clash listing(What first, Random random) throws Exception {
        var clash = new Clash("Listing", sale.listing(), random, database, LISTING, this::listingIsShown);
        moveListing(clash, first, random.nextBoolean());
        for (int i = 0; i < 2; i++) moveListing(clash, What.values()[random.nextInt(3)], random.nextInt(4) == 0);
        return clash;
    }

    private void moveListing(Clash clash, What what, boolean mustFail) throws Exception {
        var who = what == What.STOP ? market.operator() : sale.vendor();
        var key = mustFail ? used.of(who) : Clash.name("key");
        var path = "/listings/" + sale.listing() + (what == What.RESUME ? "/resumption" : "/suspension");
        // The vendor lifts its own pause; beside the operator's stop that is no return.
        var tells = what == What.RESUME ? Set.of("published", "suspended") : Set.of("suspended");
        clash.with(what.name(), tells, mustFail, () -> market.post(who, path, REASON, key));
    }

    private void listingIsShown(Clash clash) {
        shown(clash, "listing_board", LISTING);
    }

    private Clash product(Random random) throws Exception {
        var path = "/products/" + sale.product();
        var etag = Clash.insisting(() -> market.get(sale.vendor(), path)).etag();
        var clash = new Clash("Product", sale.product(), random, database, Map.of(), this::revisionsAreCounted);
        for (int i = 0; i < 3; i++) {
            var revised = Market.product(Clash.name("title"));
            clash.with("REVISE", Set.of(), false, () -> market.revise(sale.vendor(), path, etag, revised));
        }
        return clash;
    }

    private void revisionsAreCounted(Clash clash) {
        var revisions = 1
                + clash.events().stream()
                        .filter(event -> event.name().equals("product.revised"))
                        .count();
        var shown = database.queryForObject(
                "select revision from product_board where id = ?", Long.class, clash.aggregate());
        if (shown == null || shown != revisions) clash.lie("shown as revision " + shown + " of " + revisions);
    }

    private Clash participant(What first, Random random) throws Exception {
        var clash = new Clash(
                "Participant", sale.buyerId().value(), random, database, PARTICIPANT, this::participantIsShown);
        moveParticipant(clash, first, random.nextBoolean());
        for (int i = 0; i < 2; i++)
            moveParticipant(clash, random.nextBoolean() ? What.SUSPEND : What.REINSTATE, random.nextInt(4) == 0);
        return clash;
    }

    private void moveParticipant(Clash clash, What what, boolean mustFail) throws Exception {
        var key = mustFail ? used.of(market.operator()) : Clash.name("key");
        var path = "/participants/" + sale.buyerId() + (what == What.SUSPEND ? "/suspension" : "/reinstatement");
        var tells = Set.of(what == What.SUSPEND ? "suspended" : "active");
        clash.with(what.name(), tells, mustFail, () -> market.post(market.operator(), path, REASON, key));
    }

    private void participantIsShown(Clash clash) {
        shown(clash, "participant_board", PARTICIPANT);
    }

    private void shown(Clash clash, String table, Map<String, String> states) {
        var state = clash.events().stream()
                .flatMap(event -> Stream.ofNullable(states.get(event.name())))
                .reduce("", (_, next) -> next);
        var shown = database.queryForObject(
                "select state from " + table + " where id = ?", String.class, clash.aggregate());
        if (!state.equals(shown)) clash.lie("shown as " + shown + " and not " + state);
    }
}
