package pujiang.web.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.Sale;

/** Orders against the confirmation of a recall, at the same moment: each is refused, or it is in the plan. */
@ExchangeTest
class RecallRaceTest {

    private static final int ROUNDS = 30;
    private static final int BUYERS = 3;
    private static final int MOST_ORDERS = 500;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    /** What an order has come to: its trade if it was taken, and the refusal's code if not. */
    private record Ordered(String trade, Answer answer) {

        boolean taken() {
            return answer.status() == 201;
        }
    }

    @Test
    void everyOrderIsInThePlanOrIsRefused() throws Exception {
        var seed = new Random().nextLong();
        System.out.println("seed of the orders against a recall: " + seed);
        var random = new Random(seed);
        var market = new Market(port, accounts);
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        var sale = new Sale(market, "1.00").deposit("1000000.00");
        int taken = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var product = onOffer(market, sale, round);
            var recall = "/recalls/" + fresh("race");
            market.put(officer, recall, occurrence(round, product.name())).is(201);
            for (var each : against(market, sale, officer, recall, product.listing(), random.nextLong())) {
                if (each.taken()) taken++;
                else refused++;
            }
        }
        assertThat(taken).as("orders that came first, seed %s", seed).isPositive();
        assertThat(refused).as("orders that came too late, seed %s", seed).isPositive();
    }

    private record Offered(String name, String listing) {}

    /** Each with data of its own, or one would be taken for another that is stopped. */
    private static Offered onOffer(Market market, Sale sale, int round) throws Exception {
        var offered = new Offered(fresh("race-product"), fresh("race-listing"));
        var content = Market.product(offered.name()).replace("26280", String.valueOf(1000 + round));
        market.put(sale.vendor(), "/products/" + offered.name(), content).is(201);
        market.put(sale.vendor(), "/listings/" + offered.listing(), Market.listing(offered.name(), "1.00"))
                .is(201);
        return offered;
    }

    private static List<Ordered> against(
            Market market, Sale sale, String officer, String recall, String listing, long seed) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var orders = new ArrayList<Future<List<Ordered>>>();
            for (int i = 0; i < BUYERS; i++) {
                var chance = new Random(seed + i);
                orders.add(threads.submit(() -> orders(market, sale, listing, chance)));
            }
            var pause = new Random(seed - 1).nextInt(40);
            var confirmed = threads.submit(() -> {
                Thread.sleep(pause);
                return confirmed(market, officer, recall);
            });
            var planned = trades(confirmed.get());
            var all = new ArrayList<Ordered>();
            for (var each : orders) all.addAll(each.get());
            assertThat(all).as("seed %s of %s", seed, recall).allSatisfy(each -> {
                if (each.taken()) assertThat(planned).contains(each.trade());
                else each.answer().is(409, "stop.stands");
            });
            return all;
        }
    }

    /** Until the first that is refused. */
    private static List<Ordered> orders(Market market, Sale sale, String listing, Random chance) throws Exception {
        var all = new ArrayList<Ordered>();
        do {
            Thread.sleep(chance.nextInt(100));
            all.add(order(market, sale, listing));
        } while (all.getLast().taken() && all.size() < MOST_ORDERS);
        return all;
    }

    private static Ordered order(Market market, Sale sale, String listing) throws Exception {
        var trade = fresh("race-trade");
        var body =
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air study"}}"""
                        .formatted(listing);
        return new Ordered(trade, market.put(sale.buyer(), "/trades/" + trade, body));
    }

    /** As an officer does it: reads, confirms, and reads anew where something has come between. */
    private static Answer confirmed(Market market, String officer, String recall) throws Exception {
        Callable<Answer> read = () -> market.post(officer, recall + "/plan", "").is(200);
        for (int attempt = 0; attempt < 1000; attempt++) {
            var plan = read.call().text("/plan");
            var answer = market.post(officer, recall + "/confirmation", "{\"plan\": \"" + plan + "\"}");
            if (answer.status() == 200) return answer;
            answer.is(409, "recall.plan-changed");
        }
        throw new AssertionError("never read in time");
    }

    private static Set<String> trades(Answer recall) {
        return StreamSupport.stream(recall.body().path("measures").spliterator(), false)
                .map(step -> step.at("/measure/trade").asString())
                .collect(Collectors.toSet());
    }

    private static String occurrence(int round, String product) {
        var kind = round % 2 == 0 ? "LICENCE_LAPSED" : "CONSENT_WITHDRAWN";
        return "{\"kind\": \"%s\", \"product\": \"%s\", \"reason\": \"letter\", \"evidence\": \"vault/12\"}"
                .formatted(kind, product);
    }
}
