package pujiang.app.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import pujiang.app.command.Clash.Event;
import pujiang.app.security.Role;
import pujiang.compliance.Bilingual;
import pujiang.obligation.Duty;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ObligationCommand.DischargeObligation;
import pujiang.obligation.ObligationCommand.EndObligationWait;
import pujiang.obligation.ObligationCommand.IncurObligation;
import pujiang.obligation.ObligationEvent.Ground;
import pujiang.obligation.ObligationSubject;
import pujiang.obligation.ResponsibleParty;
import pujiang.obligation.ResponsibleParty.Side;
import pujiang.trade.TradeId;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.Sale;

/** All that a bearer, an officer, the law and the clock can do at once to what is owed. */
final class ObligationClash implements Scene {

    private static final Bilingual WORDS = new Bilingual("删除", "deletion");

    /** One that comes to its end meanwhile is open for so long. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private enum Step {
        OPEN,
        PROVEN,
        DISCHARGED
    }

    private enum What {
        INCUR,
        PROVE,
        ACCEPT,
        REJECT,
        CLOSE,
        LAPSE
    }

    private final Market market;
    private final JdbcTemplate database;
    private final Commands commands;
    private final UsedKeys used;
    private final Sale sale;
    private final String officer;

    ObligationClash(Market market, JdbcTemplate database, Commands commands) throws Exception {
        this.market = market;
        this.database = database;
        this.commands = commands;
        used = new UsedKeys(database);
        sale = new Sale(market, "5000.00").deposit("900000000.00");
        officer = market.staff(Role.COMPLIANCE_OFFICER);
    }

    @Override
    public int choices() {
        return Step.values().length * What.values().length;
    }

    @Override
    public Clash begin(int choice, Random random) throws Exception {
        var step = Step.values()[choice / What.values().length];
        var first = What.values()[choice % What.values().length];
        var trade = Clash.name("owed");
        Clash.insisting(() -> sale.order(trade));
        var due = Instant.now().plus(first == What.LAPSE ? SHORT : Duration.ofDays(20));
        var duty = duty(trade, due, "the law's answer");
        var again = duty(trade, due, "another answer");
        Clash.insisting(() -> Clash.byItself(() -> commands.send(new IncurObligation(duty), Commands.EXCHANGE)));
        if (step == Step.PROVEN) Clash.insisting(() -> act(What.PROVE, duty, Clash.name("own-key")));
        if (step == Step.DISCHARGED) act(What.CLOSE, duty, "");
        var clash =
                new Clash("Obligation", duty.id().value(), random, database, ObligationClash::states, this::verdict);
        add(clash, first, again, random.nextInt(3) == 0);
        int rivals = 1 + random.nextInt(3);
        for (int i = 0; i < rivals; i++)
            add(clash, What.values()[random.nextInt(What.values().length)], again, random.nextInt(5) == 0);
        return first == What.LAPSE ? clash.at(due.minusMillis(random.nextInt(5))) : clash;
    }

    /** Of a vendor, and before delivery: nobody is suspended when it is breached. */
    private Duty duty(String trade, Instant due, String source) {
        var subject = new ObligationSubject(new TradeId(trade), null, null, sale.vendorId(), sale.buyerId());
        var responsibleParty = new ResponsibleParty(Side.VENDOR, sale.vendorId());
        return new Duty(
                Kind.BEFORE_DELIVERY,
                "PIPL-15-1",
                WORDS,
                "15",
                WORDS,
                WORDS,
                responsibleParty,
                subject,
                source,
                due,
                null);
    }

    private void add(Clash clash, What what, Duty duty, boolean wanted) throws Exception {
        boolean hasKey = Set.of(What.PROVE, What.ACCEPT, What.REJECT).contains(what);
        var key = wanted && hasKey ? used.of(what == What.PROVE ? sale.vendor() : officer) : Clash.name("own-key");
        clash.with(what.name(), tells(what), wanted && hasKey, () -> act(what, duty, key));
    }

    private static Set<String> tells(What what) {
        return switch (what) {
            case INCUR, CLOSE, LAPSE -> Set.of();
            case PROVE -> Set.of("proven");
            case ACCEPT -> Set.of("discharged");
            case REJECT -> Set.of("open", "breached");
        };
    }

    private Answer act(What what, Duty duty, String key) throws Exception {
        var path = "/obligations/" + duty.id();
        return switch (what) {
            case PROVE -> market.post(sale.vendor(), path + "/proof", "{\"statement\": \"done\"}", key);
            case ACCEPT -> judge(path, "/discharge", "\"ground\": \"seen\"", key);
            case REJECT -> judge(path, "/rejection", "\"reason\": \"no list\"", key);
            case INCUR -> Clash.byItself(() -> commands.send(new IncurObligation(duty), Commands.EXCHANGE));
            case CLOSE ->
                Clash.byItself(() -> commands.send(
                        new DischargeObligation(duty.id(), Ground.NO_LONGER_FOUND, "answer"), Commands.EXCHANGE));
            case LAPSE -> Clash.byItself(() -> commands.send(new EndObligationWait(duty.id()), "clock"));
        };
    }

    /** Of the obligation as it is read now; who cannot read it judges nothing. */
    private Answer judge(String path, String how, String why, String key) throws Exception {
        var read = market.get(officer, path);
        if (read.status() != 200) return read;
        return market.post(officer, path + how, "{\"version\": %s, %s}".formatted(read.text("/version"), why), key);
    }

    private static List<String> states(List<Event> events) {
        var states = new ArrayList<String>();
        boolean late = false;
        for (var event : events) {
            if (event.name().equals("obligation.incurred")) late = false;
            if (event.name().equals("obligation.breached")) late = true;
            states.add(
                    switch (event.name()) {
                        case "obligation.incurred" -> "open";
                        case "obligation.proven" -> "proven";
                        case "obligation.proof-rejected" -> late ? "breached" : "open";
                        case "obligation.breached" -> "breached";
                        default -> "discharged";
                    });
        }
        return states;
    }

    private void verdict(Clash clash) {
        var events = clash.events();
        var states = states(events);
        for (int i = 0; i < events.size(); i++) {
            var before = i == 0 ? "" : states.get(i - 1);
            if (!from(events.get(i)).contains(before))
                clash.lie(events.get(i).name() + " from " + before + ": " + Clash.names(events));
        }
        var shown = database.queryForObject(
                "select state from obligation_board where id = ?", String.class, clash.aggregate());
        if (!clash.course().last(events).equals(shown)) clash.lie("shown as " + shown + ": " + Clash.names(events));
    }

    private static Set<String> from(Event event) {
        return switch (event.name()) {
            case "obligation.incurred" -> Set.of("", "discharged");
            case "obligation.proven" -> Set.of("open", "breached");
            case "obligation.proof-rejected" -> Set.of("proven");
            case "obligation.breached" -> Set.of("open");
            default ->
                event.content().path("because").asString().equals("PROOF_ACCEPTED")
                        ? Set.of("proven")
                        : Set.of("open", "proven", "breached");
        };
    }
}
