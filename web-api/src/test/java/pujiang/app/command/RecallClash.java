package pujiang.app.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import pujiang.app.command.Clash.Event;
import pujiang.app.security.Role;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.Sale;

/** A recall of one product beside all that is done meanwhile to the product, its listing and its trades. */
final class RecallClash implements Scene {

    private static final Course COURSE = Course.of(Map.of(
            "recall.filed", "staged",
            "recall.plan-confirmed", "confirmed",
            "recall.completed", "completed",
            "recall.dropped", "dropped"));

    /** What was sold of the product when the recall is filed. */
    private enum Step {
        NOTHING_SOLD,
        AGREED,
        DELIVERED
    }

    private enum What {
        CONFIRM,
        CONFIRM_TOO,
        STAGE,
        DROP,
        FILE,
        ORDER,
        DELIVER,
        ACCEPT,
        CANCEL,
        COLLECT,
        PAUSE,
        RESUME,
        HALT,
        GO_ON
    }

    /** A product of its own, since a recall stops it for good. */
    private record Recalled(String recall, String product, String listing, String trade, String kind) {}

    private final Market market;
    private final JdbcTemplate database;
    private final UsedKeys used;
    private final Sale sale;
    private final String officer;
    private final String colleague;
    private final String content;

    RecallClash(Market market, JdbcTemplate database) throws Exception {
        this.market = market;
        this.database = database;
        used = new UsedKeys(database);
        sale = new Sale(market, "50.00").deposit("900000000.00");
        officer = market.staff(Role.COMPLIANCE_OFFICER);
        colleague = market.staff(Role.COMPLIANCE_OFFICER);
        content = sale.uploaded("\"the file\"");
    }

    @Override
    public int choices() {
        return Step.values().length * What.values().length;
    }

    @Override
    public Clash begin(int choice, Random random) throws Exception {
        var step = Step.values()[choice / What.values().length];
        var first = What.values()[choice % What.values().length];
        var kind = random.nextBoolean() ? "LICENCE_LAPSED" : "CONSENT_WITHDRAWN";
        var it = new Recalled(
                Clash.name("recall"), Clash.name("recalled"), Clash.name("recalled"), Clash.name("recalled"), kind);
        offer(it);
        if (step != Step.NOTHING_SOLD) Clash.insisting(() -> order(it, it.trade()));
        if (step == Step.DELIVERED) Clash.insisting(() -> act(What.DELIVER, it, Clash.name("own-key")));
        Clash.insisting(() -> act(What.FILE, it, ""));
        var clash = new Clash("Recall", it.recall(), random, database, COURSE, each -> verdict(each, it));
        var all = new ArrayList<>(List.of(first));
        // The recall itself is in each of them.
        if (first.compareTo(What.FILE) > 0) all.add(What.CONFIRM);
        random.ints(1 + random.nextInt(3), 0, What.values().length).forEach(i -> all.add(What.values()[i]));
        for (var what : all) add(clash, what, it, random.nextInt(what == first ? 3 : 5) == 0);
        return clash.on(
                List.of(it.recall(), it.recall(), it.product(), it.trade()).get(random.nextInt(4)));
    }

    /** Each with data of its own, or one would be taken for another that is stopped. */
    private void offer(Recalled it) throws Exception {
        int rows = 1_000_000 + Integer.parseInt(it.product().replaceAll("\\D", ""));
        var described = Market.product(it.product()).replace("26280", String.valueOf(rows));
        var product = "/products/" + it.product();
        Clash.insisting(() -> market.send(sale.vendor(), "PUT", product, described));
        Clash.insisting(
                () -> market.send(market.operator(), "PUT", product + "/assessments/admission", Market.ASSESSED));
        Clash.insisting(
                () -> market.put(sale.vendor(), "/listings/" + it.listing(), Market.listing(it.product(), "50.00")));
    }

    private void add(Clash clash, What what, Recalled it, boolean wanted) throws Exception {
        var mustFail = wanted && !Set.of(What.FILE, What.ORDER, What.COLLECT).contains(what);
        var key = mustFail ? used.of(who(what)) : Clash.name("own-key");
        clash.with(what.name(), tells(what), mustFail, () -> act(what, it, key));
    }

    private String who(What what) {
        return switch (what) {
            case CONFIRM, STAGE, DROP, FILE -> officer;
            case CONFIRM_TOO -> colleague;
            case ORDER, CANCEL, COLLECT, ACCEPT -> sale.buyer();
            case DELIVER, PAUSE, RESUME -> sale.vendor();
            case HALT, GO_ON -> market.operator();
        };
    }

    private static Set<String> tells(What what) {
        return switch (what) {
            case CONFIRM, CONFIRM_TOO -> Set.of("confirmed", "completed");
            case STAGE -> Set.of("staged");
            case DROP -> Set.of("dropped");
            default -> Set.of();
        };
    }

    private Answer act(What what, Recalled it, String key) throws Exception {
        var who = who(what);
        var recall = "/recalls/" + it.recall();
        var trade = "/trades/" + it.trade();
        return switch (what) {
            case CONFIRM, CONFIRM_TOO -> confirm(who, recall, key);
            case STAGE -> market.post(who, recall + "/plan", "", key);
            case DROP -> market.post(who, recall + "/withdrawal", TradeDeeds.REASON, key);
            case FILE -> market.put(who, recall, occurrence(it));
            case ORDER -> order(it, Clash.name("recalled"));
            case DELIVER -> market.post(who, trade + "/delivery", "{\"sha256\": \"" + content + "\"}", key);
            case ACCEPT -> market.post(who, trade + "/acceptance", "{}", key);
            case CANCEL -> market.post(who, trade + "/cancellation", TradeDeeds.REASON, key);
            case COLLECT -> market.post(who, trade + "/downloads", "", key);
            case PAUSE -> market.post(who, "/listings/" + it.listing() + "/suspension", TradeDeeds.REASON, key);
            case RESUME -> market.post(who, "/listings/" + it.listing() + "/resumption", TradeDeeds.REASON, key);
            case HALT -> market.post(who, "/products/" + it.product() + "/suspension", TradeDeeds.REASON, key);
            case GO_ON -> market.post(who, "/products/" + it.product() + "/resumption", TradeDeeds.REASON, key);
        };
    }

    private Answer order(Recalled it, String trade) throws Exception {
        return market.put(
                sale.buyer(),
                "/trades/" + trade,
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air study"}}"""
                        .formatted(it.listing()));
    }

    /** The plan that is read this moment; who cannot read it confirms nothing. */
    private Answer confirm(String who, String recall, String key) throws Exception {
        var read = market.get(who, recall);
        if (read.status() != 200) return read;
        return market.post(who, recall + "/confirmation", "{\"plan\": \"%s\"}".formatted(read.text("/plan")), key);
    }

    private static String occurrence(Recalled it) {
        return "{\"kind\": \"%s\", \"product\": \"%s\", \"reason\": \"letter\", \"evidence\": \"vault/12\"}"
                .formatted(it.kind(), it.product());
    }

    private void verdict(Clash clash, Recalled it) {
        var events = clash.events();
        var names = Clash.names(events);
        inOrder(clash, events);
        var shown =
                database.queryForObject("select state from recall_board where id = ?", String.class, clash.aggregate());
        if (!COURSE.last(events).equals(shown)) clash.lie("shown as " + shown + ": " + names);
        boolean confirmed = names.contains("recall.plan-confirmed");
        var stops = clash.events("Product", it.product()).stream()
                .filter(event -> event.name().equals("product.suspended")
                        && event.actor().equals(Commands.EXCHANGE))
                .count();
        boolean later = names.contains("recall.measure-postponed");
        if (stops != (confirmed ? 1 : 0) && !(later && stops == 0))
            clash.lie(stops + " stops of the product by " + names);
        if (confirmed) reachesAll(clash, it, events);
    }

    /** Every trade that goes on was in the plan; what had ended before had not to be. */
    private void reachesAll(Clash clash, Recalled it, List<Event> events) {
        var planned = new HashSet<String>();
        for (var event : events) {
            if (!event.name().equals("recall.plan-staged")) continue;
            planned.clear();
            event.content()
                    .at("/plan/measures")
                    .forEach(each -> planned.add(each.path("trade").asString("")));
        }
        var open = database.queryForList(
                "select id from trade_board where listing = ? and state <> 'terminated'", String.class, it.listing());
        for (var trade : open) if (!planned.contains(trade)) clash.lie(trade + " is not in the plan " + planned);
    }

    private static void inOrder(Clash clash, List<Event> events) {
        var state = "";
        var taken = new HashSet<Integer>();
        for (var event : events) {
            boolean right =
                    switch (event.name()) {
                        case "recall.filed" -> state.isEmpty();
                        case "recall.measure-taken" ->
                            state.equals("confirmed")
                                    && taken.add(event.content().path("number").asInt());
                        case "recall.measure-postponed", "recall.completed" -> state.equals("confirmed");
                        default -> state.equals("staged");
                    };
            if (!right) clash.lie(event.name() + " from " + state + ": " + Clash.names(events));
            state = COURSE.last(events.subList(0, (int) event.number() + 1));
        }
    }
}
