package pujiang.web.command;

import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import pujiang.trade.TradeCommand.EndWait;
import pujiang.trade.TradeId;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.Sale;
import pujiang.web.security.Role;
import tools.jackson.databind.node.JsonNodeFactory;

/** All that parties, officers, operator and clock can do to one trade at once. */
final class TradeClash {

    /** As in the context's settings; the clock's own job comes by every second as well. */
    private static final long PERIOD_MILLIS = 4_000;

    private static final String REASON = "{\"reason\": \"no longer wanted\"}";
    private static final String FILE = "\"the file\"";

    private enum Step {
        REQUESTED,
        AGREED,
        DELIVERED,
        DISPUTED
    }

    private enum What {
        ORDER,
        APPROVE,
        APPROVE_TOO,
        REJECT,
        CANCEL,
        DELIVER,
        COLLECT,
        ACCEPT,
        DISPUTE,
        PAY,
        REFUND,
        LAPSE
    }

    private final Market market;
    private final JdbcTemplate database;
    private final Commands commands;
    private final UsedKeys used;
    private final Sale plain;
    private final Sale held;
    private final String officer;
    private final String colleague;
    private final String content;

    TradeClash(Market market, JdbcTemplate database, Commands commands) throws Exception {
        this.market = market;
        this.database = database;
        this.commands = commands;
        used = new UsedKeys(database);
        plain = new Sale(market, "5000.00").deposit("900000000.00");
        held = new Sale(market, "1000000.00").deposit("900000000000.00");
        var disputed =
                Market.product(held.product(), "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"");
        market.revise(held.vendor(), "/products/" + held.product(), "\"v1\"", disputed)
                .is(200);
        officer = market.staff(Role.COMPLIANCE_OFFICER);
        colleague = market.staff(Role.COMPLIANCE_OFFICER);
        content = plain.uploaded(FILE);
        held.uploaded(FILE);
    }

    int choices() {
        return Step.values().length * What.values().length;
    }

    Clash begin(int choice, Random random) throws Exception {
        var step = Step.values()[choice / What.values().length];
        var first = What.values()[choice % What.values().length];
        var sale = step == Step.REQUESTED ? held : plain;
        var trade = Clash.name("clash");
        reach(step, sale, trade);
        var since = Instant.now();
        var clash = new Clash("Trade", trade, random, database, TradeVerdict.STATE, new TradeVerdict(database));
        add(clash, first, sale, trade, first != What.LAPSE && random.nextInt(3) == 0);
        int rivals = 1 + random.nextInt(3);
        for (int i = 0; i < rivals; i++)
            add(clash, What.values()[random.nextInt(What.values().length)], sale, trade, random.nextInt(5) == 0);
        if (first == What.LAPSE) {
            var due = since.toEpochMilli() + PERIOD_MILLIS - random.nextInt(5);
            Thread.sleep(Math.max(1, due - Instant.now().toEpochMilli()));
        }
        return clash;
    }

    private void reach(Step step, Sale sale, String trade) throws Exception {
        Clash.insisting(() -> sale.order(trade));
        var key = Clash.name("key");
        if (step.compareTo(Step.DELIVERED) >= 0) Clash.insisting(() -> deliver(sale, trade, key));
        if (step == Step.DISPUTED)
            Clash.insisting(() -> post(sale.buyer(), trade, "/dispute", REASON, Clash.name("key")));
    }

    private void add(Clash clash, What what, Sale sale, String trade, boolean mustFail) throws Exception {
        var who = who(what, sale);
        var posts = what != What.ORDER && what != What.COLLECT && what != What.LAPSE;
        var key = posts && mustFail ? used.of(who) : Clash.name("key");
        clash.with(what.name(), tells(what), posts && mustFail, () -> act(what, sale, who, trade, key));
    }

    private String who(What what, Sale sale) {
        return switch (what) {
            case ORDER, CANCEL, COLLECT, ACCEPT, DISPUTE, LAPSE -> sale.buyer();
            case APPROVE, REJECT -> officer;
            case APPROVE_TOO -> colleague;
            case DELIVER -> sale.vendor();
            case PAY, REFUND -> market.operator();
        };
    }

    private static Set<String> tells(What what) {
        return switch (what) {
            case ORDER, COLLECT, LAPSE -> Set.of();
            case APPROVE, APPROVE_TOO -> Set.of("requested", "agreed", "delivery-held", "delivered");
            case REJECT, CANCEL, REFUND -> Set.of("terminated");
            case DELIVER -> Set.of("delivered", "delivery-held");
            case ACCEPT, PAY -> Set.of("completed");
            case DISPUTE -> Set.of("disputed");
        };
    }

    private Answer act(What what, Sale sale, String who, String trade, String key) throws Exception {
        return switch (what) {
            case ORDER -> sale.order(trade);
            case APPROVE, APPROVE_TOO -> post(who, trade, "/approval", approval(who, trade), key);
            case REJECT -> post(who, trade, "/rejection", REASON, key);
            case CANCEL -> post(who, trade, "/cancellation", REASON, key);
            case DELIVER -> deliver(sale, trade, key);
            case COLLECT -> collect(who, trade, key);
            case ACCEPT -> post(who, trade, "/acceptance", "{}", key);
            case DISPUTE -> post(who, trade, "/dispute", REASON, key);
            case PAY -> post(who, trade, "/resolution", ruling("PAY_VENDOR"), key);
            case REFUND -> post(who, trade, "/resolution", ruling("REFUND_BUYER"), key);
            case LAPSE -> lapse(trade);
        };
    }

    /** Of the decision as it is read now; of none where there is no trade. */
    private String approval(String who, String trade) throws Exception {
        var read = market.get(who, "/trades/" + trade);
        var decision = read.status() == 200 ? read.text("/decision/digest") : "0".repeat(64);
        return "{\"decision\": \"%s\", \"ground\": \"seen\", \"evidence\": \"vault/9\"}".formatted(decision);
    }

    private Answer post(String who, String trade, String what, String body, String key) throws Exception {
        return market.post(who, "/trades/" + trade + what, body, key);
    }

    private Answer deliver(Sale sale, String trade, String key) throws Exception {
        return post(sale.vendor(), trade, "/delivery", "{\"sha256\": \"" + content + "\"}", key);
    }

    private static String ruling(String resolution) {
        return "{\"resolution\": \"" + resolution + "\", \"ground\": \"the file is as described\"}";
    }

    private Answer collect(String who, String trade, String key) throws Exception {
        var link = post(who, trade, "/downloads", "", key);
        if (link.status() != 201 && link.status() != 200) return link;
        var found = market.get(who, link.text("/url").replace("/api/v1", ""));
        return found.status() == 200 ? new Answer(200, "", JsonNodeFactory.instance.objectNode()) : found;
    }

    /** As the clock's own job does it, which goes on when one fails. */
    private Answer lapse(String trade) {
        int status = 200;
        try {
            commands.send(new EndWait(new TradeId(trade)), "clock");
        } catch (RuntimeException _) {
            status = 503;
        }
        return new Answer(status, "", JsonNodeFactory.instance.objectNode());
    }
}
