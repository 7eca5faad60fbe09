package pujiang.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.Sale;

/**
 * Requests whose transaction fails at its very end, since their key was used before, beside requests that follow at once:
 * nobody decides on what is then rolled back.
 */
@ExchangeTest
class UncommittedStateTest {

    private static final String DELAYED = "{\"reason\": \"seen by an operator\"}";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    MeterRegistry meters;

    private Market market;

    @BeforeEach
    void aMarket() {
        market = new Market(port, accounts);
    }

    @RepeatedTest(4)
    void whatWasNeverDeliveredIsNotAccepted() throws Exception {
        var sale = new Sale(market, "5000.00").deposit("10000.00");
        var used = usedKey(sale);
        var trade = fresh("undelivered");
        sale.order(trade).is(201);

        var content = sale.uploaded("for " + trade);
        var delivery = atOnce(() -> deliver(sale, trade, content, used));
        var acceptances = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < 6; i++) {
            Thread.sleep(3);
            acceptances.add(atOnce(() -> sale.accept(trade)));
        }

        delivery.join().is(422, "idempotency.key-reused");
        acceptances.forEach(answer -> answer.join().is(409, "trade.wrong-state"));
        assertThat(market.get(sale.buyer(), "/trades/" + trade).is(200).text("/state"))
                .isEqualTo("agreed");
        market.get(sale.buyer(), "/trades/" + trade + "/certificate").is(404);
        assertThat(market.get(sale.vendor(), "/accounts/" + sale.vendorId()).text("/earned/amount"))
                .isEqualTo("0.00");
        assertThat(numbers(trade)).containsExactly(0L);
        assertThat(meters.get("pujiang.commands")
                        .tags("command", "Deliver", "outcome", "undone")
                        .timer()
                        .count())
                .isPositive();
        deliver(sale, trade, fresh("key")).is(200);
        sale.accept(trade).is(200);
    }

    @RepeatedTest(4)
    void oneOfficerIsNotTwoBecauseTheFirstIsUndone() throws Exception {
        var sale = new Sale(market, "1000000.00").deposit("2000000.00");
        var disputed =
                Market.product(sale.product(), "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"");
        market.revise(sale.vendor(), "/products/" + sale.product(), "\"v1\"", disputed)
                .is(200);
        var first = market.staff(Role.COMPLIANCE_OFFICER);
        var second = market.staff(Role.COMPLIANCE_OFFICER);
        var other = fresh("held");
        var held = fresh("held");
        sale.order(other).is(201);
        sale.order(held).is(201);
        var used = fresh("used");
        market.post(first, "/trades/" + other + "/approval", market.approval(first, "/trades/" + other), used)
                .is(200);
        var approval = market.approval(first, "/trades/" + held);

        var undone = atOnce(() -> market.post(first, "/trades/" + held + "/approval", approval, used));
        Thread.sleep(4);
        var alone = atOnce(() -> market.post(second, "/trades/" + held + "/approval", approval));

        undone.join().is(422, "idempotency.key-reused");
        assertThat(alone.join().is(200).text("/state")).isEqualTo("requested");
        assertThat(market.get(second, "/trades/" + held).is(200).text("/state")).isEqualTo("requested");
        assertThat(market.post(first, "/trades/" + held + "/approval", approval)
                        .is(200)
                        .text("/state"))
                .isEqualTo("agreed");
    }

    @RepeatedTest(3)
    void aListingHasNoGapAndTheOperatorCanStopIt() throws Exception {
        var sale = new Sale(market, "50.00");
        var listing = "/listings/" + sale.listing();
        var used = usedKey(sale.deposit("100.00"));

        var undone = atOnce(() -> market.post(sale.vendor(), listing + "/suspension", DELAYED, used));
        Thread.sleep(2);
        var resumption = atOnce(() -> market.post(sale.vendor(), listing + "/resumption", ""));

        undone.join().is(422, "idempotency.key-reused");
        resumption.join().is(200);
        assertThat(numbers(sale.listing())).containsExactly(0L);
        assertThat(market.post(market.operator(), listing + "/suspension", DELAYED)
                        .is(200)
                        .text("/state"))
                .isEqualTo("suspended");
        sale.order(fresh("late")).is(409, "stop.stands");
    }

    @Test
    void ofTwentyDeliveriesAtOnceEachAnswerTellsWhatIsCommitted() throws Exception {
        var sale = new Sale(market, "50.00").deposit("50.00");
        var trade = fresh("twenty");
        sale.order(trade).is(201);
        var content = sale.uploaded("the file");

        var answers = IntStream.range(0, 20)
                .mapToObj(_ -> atOnce(() -> deliver(sale, trade, content, fresh("key"))))
                .toList();

        for (var answer : answers)
            assertThat(answer.join().is(200).text("/state")).isEqualTo("delivered");
        assertThat(numbers(trade)).containsExactly(0L, 1L);
    }

    /** A key that was used for a delivery of another trade of the same sale. */
    private String usedKey(Sale sale) throws Exception {
        var other = fresh("other");
        var key = fresh("used");
        sale.order(other).is(201);
        deliver(sale, other, key).is(200);
        return key;
    }

    private Answer deliver(Sale sale, String trade, String key) throws Exception {
        return deliver(sale, trade, sale.uploaded("for " + trade), key);
    }

    /** @param sha256 of what was uploaded */
    private Answer deliver(Sale sale, String trade, String sha256, String key) throws Exception {
        var body = "{\"sha256\": \"" + sha256 + "\"}";
        return market.post(sale.vendor(), "/trades/" + trade + "/delivery", body, key);
    }

    private List<Long> numbers(String aggregate) {
        return database.sql("select sequence_number from domain_event_entry where aggregate_identifier = ?"
                        + " order by sequence_number")
                .param(aggregate)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private static <T> CompletableFuture<T> atOnce(Callable<T> request) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return request.call();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                Thread::startVirtualThread);
    }
}
