package pujiang.app.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import pujiang.app.command.TradeDeeds.Deed;
import pujiang.web.Market;
import pujiang.web.Sale;

/** All that parties, officers, operator, clock and exchange can do to one trade at once, at each of its steps. */
final class TradeClash implements Scene {

    /** As in the context's settings; the clock's own job comes by every second as well. */
    static final long PERIOD_MILLIS = 15_000;

    private static final int MOST_TRIES = 3;

    /** How a trade comes to stand where it is. */
    private enum Step {
        NEW(Kind.PLAIN),
        REQUESTED(Kind.DEAR, Deed.ORDER),
        SUPPORTED(Kind.DEAR, Deed.ORDER, Deed.APPROVE),
        DOUBTFUL(Kind.DOUBTFUL, Deed.ORDER),
        ASKED(Kind.DOUBTFUL, Deed.ORDER, Deed.ASK),
        CLAIMED(Kind.DOUBTFUL, Deed.ORDER, Deed.CLAIM),
        AGREED(Kind.PLAIN, Deed.ORDER),
        EXCEPTED(Kind.DOUBTFUL, Deed.ORDER, Deed.EXCEPT),
        DELIVERY_HELD(Kind.DOUBTFUL, Deed.ORDER, Deed.APPROVE, Deed.DELIVER),
        DELIVERED(Kind.PLAIN, Deed.ORDER, Deed.DELIVER),
        DISPUTED(Kind.PLAIN, Deed.ORDER, Deed.DELIVER, Deed.DISPUTE),
        COMPLETED(Kind.PLAIN, Deed.ORDER, Deed.DELIVER, Deed.ACCEPT);

        private final Kind kind;

        @SuppressWarnings("ImmutableEnumChecker") // List.of makes it so.
        private final List<Deed> deeds;

        Step(Kind kind, Deed... deeds) {
            this.kind = kind;
            this.deeds = List.of(deeds);
        }
    }

    /** What is sold: what the law lets pass, what one officer must see, what two must see. */
    private enum Kind {
        PLAIN,
        DOUBTFUL,
        DEAR
    }

    private final JdbcTemplate database;
    private final UsedKeys used;
    private final TradeDeeds plain;
    private final TradeDeeds doubtful;
    private final TradeDeeds dear;

    TradeClash(Market market, JdbcTemplate database, Commands commands) throws Exception {
        this.database = database;
        used = new UsedKeys(database);
        plain = new TradeDeeds(market, commands, new Sale(market, "5000.00").deposit("900000000.00"));
        doubtful = new TradeDeeds(market, commands, disputed(market, "5000.00").deposit("900000000.00"));
        dear = new TradeDeeds(market, commands, disputed(market, "1000000.00").deposit("900000000000.00"));
    }

    /** Its product fell into dispute after it was listed. */
    private static Sale disputed(Market market, String price) throws Exception {
        var sale = new Sale(market, price);
        var content = Market.product(sale.product(), "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"");
        market.revise(sale.vendor(), "/products/" + sale.product(), "\"v1\"", content)
                .is(200);
        return sale;
    }

    @Override
    public int choices() {
        return Step.values().length * Deed.values().length;
    }

    @Override
    public Clash begin(int choice, Random random) throws Exception {
        var step = Step.values()[choice / Deed.values().length];
        var possible = possible(step);
        var first = possible.get(choice % Deed.values().length % possible.size());
        var deeds = deeds(step.kind);
        var trade = reached(step, deeds);
        var verdict = new TradeVerdict(database, step.kind == Kind.DEAR);
        var since = Instant.now();
        var clash = new Clash("Trade", trade, random, database, TradeVerdict.COURSE, verdict);
        var all = new ArrayList<>(List.of(first));
        random.ints(1 + random.nextInt(3), 0, possible.size())
                .mapToObj(possible::get)
                .forEach(all::add);
        for (var deed : all) add(clash, deed, deeds, deed.hasKey() && random.nextInt(deed == first ? 3 : 5) == 0);
        if (all.stream().anyMatch(Deed::isBeneath)) clash.afterwards(() -> deeds.mend(database));
        return first == Deed.LAPSE ? clash.at(since.plusMillis(PERIOD_MILLIS - random.nextInt(5))) : clash;
    }

    private static String reached(Step step, TradeDeeds deeds) throws Exception {
        for (int tries = 1; ; tries++) {
            var trade = Clash.name("clash");
            var began = Instant.now();
            try {
                for (var deed : step.deeds) Clash.insisting(() -> deeds.act(deed, trade, Clash.name("own-key")));
                return trade;
            } catch (AssertionError e) {
                // On a machine that has much else to do the time of a step may be over before the next one.
                if (tries == MOST_TRIES || Instant.now().isBefore(began.plusMillis(PERIOD_MILLIS))) throw e;
            }
        }
    }

    /** An offer that is in dispute could not be resumed. */
    private static List<Deed> possible(Step step) {
        return Stream.of(Deed.values())
                .filter(deed -> step.kind == Kind.PLAIN || !deed.isOfTheOffer())
                .toList();
    }

    private TradeDeeds deeds(Kind kind) {
        return switch (kind) {
            case PLAIN -> plain;
            case DOUBTFUL -> doubtful;
            case DEAR -> dear;
        };
    }

    private void add(Clash clash, Deed deed, TradeDeeds deeds, boolean mustFail) throws Exception {
        var key = mustFail ? used.of(deeds.who(deed)) : Clash.name("own-key");
        clash.with(deed.name(), TradeDeeds.tells(deed), mustFail, () -> deeds.act(deed, clash.aggregate(), key));
    }
}
