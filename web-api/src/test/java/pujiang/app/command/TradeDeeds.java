package pujiang.app.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import pujiang.app.security.Role;
import pujiang.calendar.Shanghai;
import pujiang.trade.TradeCommand.EndWait;
import pujiang.trade.TradeCommand.Stop;
import pujiang.trade.TradeId;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.Sale;
import tools.jackson.databind.node.JsonNodeFactory;

/** What parties, officers, operator, clock and exchange can do to the trades of one sale, and to what these stand on. */
final class TradeDeeds {

    static final String REASON = "{\"reason\": \"no longer wanted\"}";
    private static final String GROUND = "{\"ground\": \"no longer\"}";
    private static final String ASKING =
            "{\"side\": \"VENDOR\", \"facts\": [\"product.rightsDispute\"], \"wanted\": \"the ruling\"}";

    private static final Set<String> HELD = Set.of("requested", "delivery-held");

    enum Deed {
        ORDER,
        APPROVE,
        APPROVE_TOO,
        EXCEPT,
        REJECT,
        CLAIM,
        CLAIM_TOO,
        RELEASE,
        ASK,
        TAKE_BACK,
        SHOW,
        SETTLE,
        REVOKE,
        CANCEL,
        DELIVER,
        COLLECT,
        ACCEPT,
        DISPUTE,
        PAY,
        REFUND,
        LAPSE,
        STOP,
        SUSPEND,
        REINSTATE,
        PAUSE,
        RESUME,
        HALT,
        GO_ON;

        /** Whether it is about what the trade stands on. */
        boolean isBeneath() {
            return compareTo(SUSPEND) >= 0;
        }

        /** About the product or the listing. */
        boolean isOfTheOffer() {
            return compareTo(PAUSE) >= 0;
        }

        /** Whether it is sent under a key. */
        boolean hasKey() {
            return switch (this) {
                case ORDER, COLLECT, LAPSE, STOP -> false;
                default -> true;
            };
        }
    }

    private final Market market;
    private final Commands commands;
    private final Sale sale;
    private final String officer;
    private final String colleague;
    private final String content;

    TradeDeeds(Market market, Commands commands, Sale sale) throws Exception {
        this.market = market;
        this.commands = commands;
        this.sale = sale;
        officer = market.staff(Role.COMPLIANCE_OFFICER);
        colleague = market.staff(Role.COMPLIANCE_OFFICER);
        content = sale.uploaded("\"the file\"");
    }

    String who(Deed deed) {
        return switch (deed) {
            case ORDER, CANCEL, COLLECT, ACCEPT, DISPUTE, LAPSE, STOP -> sale.buyer();
            case APPROVE, EXCEPT, REJECT, CLAIM, RELEASE, ASK, TAKE_BACK, REVOKE -> officer;
            case APPROVE_TOO, CLAIM_TOO -> colleague;
            case DELIVER, SHOW, SETTLE -> sale.vendor();
            case PAY, REFUND, SUSPEND, REINSTATE, PAUSE, RESUME, HALT, GO_ON -> market.operator();
        };
    }

    /** The states of the trade that an answer may name which says that it is done. */
    static Set<String> tells(Deed deed) {
        return switch (deed) {
            case ORDER, COLLECT, LAPSE, STOP, REVOKE -> Set.of();
            case SUSPEND, REINSTATE, PAUSE, RESUME, HALT, GO_ON -> Set.of();
            case APPROVE, APPROVE_TOO, EXCEPT -> Set.of("requested", "agreed", "delivery-held", "delivered");
            case CLAIM, CLAIM_TOO, RELEASE, ASK, TAKE_BACK -> HELD;
            case SHOW, SETTLE -> Set.of("requested", "agreed", "delivery-held", "delivered");
            case REJECT, CANCEL, REFUND -> Set.of("terminated");
            case DELIVER -> Set.of("delivered", "delivery-held");
            case ACCEPT, PAY -> Set.of("completed");
            case DISPUTE -> Set.of("disputed");
        };
    }

    Answer act(Deed deed, String trade, String key) throws Exception {
        var who = who(deed);
        return switch (deed) {
            case ORDER -> sale.order(trade);
            case APPROVE, APPROVE_TOO, EXCEPT -> approve(deed, trade, key);
            case REJECT -> post(who, trade, "/rejection", REASON, key);
            case CLAIM, CLAIM_TOO -> post(who, trade, "/claim", "", key);
            case RELEASE -> post(who, trade, "/release", "", key);
            case ASK -> post(who, trade, "/document-requests", ASKING, key);
            case TAKE_BACK -> post(who, trade, "/document-requests/1/withdrawal", REASON, key);
            case SHOW -> post(who, trade, "/document-requests/1/document", showing(true), key);
            case SETTLE -> post(who, trade, "/document-requests/1/document", showing(false), key);
            case REVOKE -> market.post(who, exception(trade) + "/revocation", GROUND, key);
            case CANCEL -> post(who, trade, "/cancellation", REASON, key);
            case DELIVER -> post(who, trade, "/delivery", "{\"sha256\": \"" + content + "\"}", key);
            case COLLECT -> collect(who, trade, key);
            case ACCEPT -> post(who, trade, "/acceptance", "{}", key);
            case DISPUTE -> post(who, trade, "/dispute", REASON, key);
            case PAY -> post(who, trade, "/resolution", ruling("PAY_VENDOR"), key);
            case REFUND -> post(who, trade, "/resolution", ruling("REFUND_BUYER"), key);
            case LAPSE -> Clash.byItself(() -> commands.send(new EndWait(new TradeId(trade)), "clock"));
            case STOP ->
                Clash.byItself(() -> commands.send(new Stop(new TradeId(trade), "recalled"), Commands.EXCHANGE));
            case SUSPEND, REINSTATE, PAUSE, RESUME, HALT, GO_ON -> beneath(deed, key);
        };
    }

    private Answer beneath(Deed deed, String key) throws Exception {
        var buyer = "/participants/" + sale.buyerId();
        var listing = "/listings/" + sale.listing();
        var product = "/products/" + sale.product();
        var path =
                switch (deed) {
                    case SUSPEND -> buyer + "/suspension";
                    case REINSTATE -> buyer + "/reinstatement";
                    case PAUSE -> listing + "/suspension";
                    case RESUME -> listing + "/resumption";
                    case HALT -> product + "/suspension";
                    case GO_ON -> product + "/resumption";
                    default -> throw new IllegalArgumentException(deed.name());
                };
        return market.post(market.operator(), path, REASON, key);
    }

    /** Nothing stands against the next trade. */
    void mend(JdbcTemplate database) throws Exception {
        var said = new StringBuilder();
        for (var deed : List.of(Deed.REINSTATE, Deed.GO_ON, Deed.RESUME))
            said.append(Clash.heard(() -> beneath(deed, Clash.name("own-key"))).body());
        var listing = state(database, "listing_board", sale.listing());
        var buyer = state(database, "participant_board", sale.buyerId().value());
        if (!listing.equals("published") || !buyer.equals("active"))
            throw new AssertionError("listing " + listing + ", buyer " + buyer + " after " + said);
    }

    private static String state(JdbcTemplate database, String table, String id) {
        return database.queryForList("select state from " + table + " where id = ?", String.class, id)
                .getFirst();
    }

    /** Of the decision as it is read now; who cannot read it approves nothing. */
    private Answer approve(Deed deed, String trade, String key) throws Exception {
        var who = who(deed);
        var read = market.get(who, "/trades/" + trade);
        if (read.status() != 200) return read;
        var exception = deed == Deed.EXCEPT
                ? ", \"exception\": {\"scope\": \"TRADE\", \"until\": \"%s\"}"
                        .formatted(LocalDate.now(Shanghai.ZONE).plusDays(9))
                : "";
        var body = "{\"decision\": \"%s\", \"ground\": \"seen\", \"evidence\": \"vault/9\"%s}"
                .formatted(read.text("/decision/digest"), exception);
        return post(who, trade, "/approval", body, key);
    }

    private String showing(boolean disputed) {
        return "{\"sha256\": \"%s\", \"facts\": {\"product.rightsDispute\": %s}}".formatted(content, disputed);
    }

    /** The one that was granted in the trade, as its history tells now. */
    private String exception(String trade) throws Exception {
        int number = 0;
        var events = market.get(officer, "/trades/" + trade + "/events").body();
        for (var event : events)
            if (event.path("name").asString().equals("trade.exception-granted"))
                number = event.path("sequence").asInt();
        return "/exceptions/" + trade + "/" + number;
    }

    private Answer post(String who, String trade, String what, String body, String key) throws Exception {
        return market.post(who, "/trades/" + trade + what, body, key);
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
}
