package pujiang.web.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** Orders that wait for an officer bind nobody and cost nothing, so a buyer has only a few of them for one listing. */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
class OpenOrdersTest {

    private static final int MOST = 3;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private Market market;
    private HeldOrders orders;
    private String buyer;
    private String officer;

    @BeforeAll
    void aMarket() throws Exception {
        market = new Market(port, accounts);
        orders = new HeldOrders(market, "open");
        buyer = orders.buyer();
        officer = orders.officer();
    }

    @Test
    void oneMoreThanMayWaitIsRefusedAndTheOthersAreNamed() throws Exception {
        var listing = orders.listing();
        var waiting = new ArrayList<String>();
        for (int i = 0; i < MOST; i++) waiting.add(orders.waiting(listing));

        var refused = orders.order(buyer, fresh("open-trade"), listing).is(409, "trade.too-many-open");

        assertThat(refused.text("/detail")).contains(waiting).contains("At most 3");
        assertThat(orders.order(buyer, waiting.getFirst(), listing).is(200).text("/state"))
                .as("the same order again is no other")
                .isEqualTo("requested");
        orders.order(orders.stranger(), fresh("open-trade"), listing).is(201);
        orders.order(buyer, fresh("open-trade"), orders.listing()).is(201);
    }

    @Test
    void whateverEndsTheWaitLeavesAPlace() throws Exception {
        var listing = orders.listing();
        var waiting = new ArrayList<String>();
        for (int i = 0; i < MOST; i++) waiting.add("/trades/" + orders.waiting(listing));
        market.post(officer, waiting.get(0) + "/approval", market.approval(officer, waiting.get(0)))
                .is(200);
        market.post(officer, waiting.get(1) + "/rejection", "{\"reason\": \"no contract\"}")
                .is(200);
        market.post(buyer, waiting.get(2) + "/cancellation", "{\"reason\": \"not needed\"}")
                .is(200);

        for (int i = 0; i < MOST; i++) orders.waiting(listing);
        orders.order(buyer, fresh("open-trade"), listing).is(409, "trade.too-many-open");
    }

    /** Two of them may find the same place free; the database lets one of them have it. */
    @Test
    void ofManyAtTheSameMomentNoMoreThanMayWaitAreTaken() throws Exception {
        var listing = orders.listing();
        var gate = new CyclicBarrier(8);
        var taken = new ArrayList<Integer>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 8; i++) {
                running.add(pool.submit(() -> {
                    gate.await(10, TimeUnit.SECONDS);
                    return orders.order(buyer, fresh("open-trade"), listing).status();
                }));
            }
            for (var each : List.copyOf(running)) taken.add(each.get(60, TimeUnit.SECONDS));
        }
        assertThat(taken).containsOnly(201, 409);
        assertThat(taken.stream().filter(status -> status == 201)).hasSize(MOST);
    }
}
