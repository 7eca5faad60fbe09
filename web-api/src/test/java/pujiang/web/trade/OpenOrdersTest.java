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
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.security.Accounts;
import pujiang.web.security.Role;

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
    private String vendor;
    private String buyer;
    private String officer;

    @BeforeAll
    void aMarket() throws Exception {
        market = new Market(port, accounts);
        vendor = market.token(market.participant("open-vendor"), Role.VENDOR);
        buyer = market.token(market.participant("open-buyer"), Role.BUYER);
        officer = market.staff(Role.COMPLIANCE_OFFICER);
    }

    @Test
    void oneMoreThanMayWaitIsRefusedAndTheOthersAreNamed() throws Exception {
        var listing = disputed();
        var waiting = new ArrayList<String>();
        for (int i = 0; i < MOST; i++) {
            var trade = fresh("open-trade");
            assertThat(order(buyer, trade, listing).is(201).text("/state")).isEqualTo("requested");
            waiting.add(trade);
        }

        var refused = order(buyer, fresh("open-trade"), listing).is(409, "trade.too-many-open");

        assertThat(refused.text("/detail")).contains(waiting).contains("At most 3");
        assertThat(order(buyer, waiting.getFirst(), listing).is(200).text("/state"))
                .as("the same order again is no other")
                .isEqualTo("requested");
        var stranger = market.token(market.participant("open-stranger"), Role.BUYER);
        order(stranger, fresh("open-trade"), listing).is(201);
        order(buyer, fresh("open-trade"), disputed()).is(201);
    }

    @Test
    void whateverEndsTheWaitLeavesAPlace() throws Exception {
        var listing = disputed();
        var waiting = new ArrayList<String>();
        for (int i = 0; i < MOST; i++) {
            waiting.add("/trades/" + fresh("open-trade"));
            order(buyer, waiting.get(i).substring("/trades/".length()), listing).is(201);
        }
        market.post(officer, waiting.get(0) + "/approval", market.approval(officer, waiting.get(0)))
                .is(200);
        market.post(officer, waiting.get(1) + "/rejection", "{\"reason\": \"no contract\"}")
                .is(200);
        market.post(buyer, waiting.get(2) + "/cancellation", "{\"reason\": \"not needed\"}")
                .is(200);

        for (int i = 0; i < MOST; i++)
            order(buyer, fresh("open-trade"), listing).is(201);
        order(buyer, fresh("open-trade"), listing).is(409, "trade.too-many-open");
    }

    /** Two of them may find the same place free; the database lets one of them have it. */
    @Test
    void ofManyAtTheSameMomentNoMoreThanMayWaitAreTaken() throws Exception {
        var listing = disputed();
        var gate = new CyclicBarrier(8);
        var taken = new ArrayList<Integer>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 8; i++) {
                running.add(pool.submit(() -> {
                    gate.await(10, TimeUnit.SECONDS);
                    return order(buyer, fresh("open-trade"), listing).status();
                }));
            }
            for (var each : List.copyOf(running)) taken.add(each.get(60, TimeUnit.SECONDS));
        }
        assertThat(taken).containsOnly(201, 409);
        assertThat(taken.stream().filter(status -> status == 201)).hasSize(MOST);
    }

    private Answer order(String whose, String trade, String listing) throws Exception {
        return market.put(
                whose,
                "/trades/" + trade,
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air study"}}"""
                        .formatted(listing));
    }

    /** A listing, free of charge, whose product fell into dispute later; both have one id. */
    private String disputed() throws Exception {
        var id = fresh("open-listing");
        market.put(vendor, "/products/" + id, Market.product(id)).is(201);
        market.put(vendor, "/listings/" + id, Market.listing(id, "0.00")).is(201);
        var dispute = "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"";
        market.revise(vendor, "/products/" + id, "\"v1\"", Market.product(id, dispute))
                .is(200);
        return id;
    }
}
