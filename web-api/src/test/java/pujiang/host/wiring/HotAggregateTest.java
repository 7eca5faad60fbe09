package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.command.Commands;
import pujiang.app.command.DeadlockRetry;
import pujiang.app.security.Accounts;
import pujiang.trade.TradeCommand;
import pujiang.trade.TradeId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.Sale;

/** More requests for one trade than the pool has connections: they wait without one, and nobody else has to. */
@ExchangeTest
@ExtendWith(OutputCaptureExtension.class)
class HotAggregateTest {

    /** Half as many again as there are connections. */
    private static final int REQUESTS = 24;

    /** Of the pool's sixteen: whoever holds the trade, a job or two, and whoever has just found it taken. */
    private static final int FEW = 8;

    private static final int SOME = 12;
    private static final int SAMPLES = 100;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Commands commands;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("transactionPool")
    TransactionPool pool;

    @Autowired
    MeterRegistry meters;

    private Market market;
    private Sale sale;
    private Sale others;
    private String hot;
    private String other;

    @BeforeEach
    void aTradeEachOfTwoVendors() throws Exception {
        market = new Market(port, accounts);
        sale = new Sale(market, "5.00").deposit("100.00");
        others = new Sale(market, "5.00").deposit("100.00");
        hot = fresh("hot");
        other = fresh("other");
        sale.order(hot).is(201);
        others.order(other).is(201);
    }

    @Test
    void whoeverWaitsForATradeHoldsNoConnectionAndWritesNoLine(CapturedOutput output) throws Exception {
        var content = sale.uploaded("the file");
        var othersContent = others.uploaded("another file");
        var begun = undone();
        var held = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var holder = begin(() -> hold(held, end));
        assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();

        var waiting = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < REQUESTS; i++) waiting.add(begin(() -> deliver(sale, hot, content)));
        for (int i = 0; i < 500 && undone() - begun < REQUESTS; i++) Thread.sleep(10);
        var most = mostConnections();
        var answer = begin(() -> deliver(others, other, othersContent)).get(30, TimeUnit.SECONDS);
        var waited = waiting.stream().filter(each -> !each.isDone()).count();
        end.countDown();
        holder.get(30, TimeUnit.SECONDS);

        answer.is(200);
        assertThat(waited)
                .as("requests that were still waiting when the other was answered")
                .isEqualTo(REQUESTS);
        assertThat(output).doesNotContain("AbstractRepository").doesNotContain("is being written by somebody else");
        assertThat(most).as("connections in use").isLessThanOrEqualTo(FEW);
        for (var each : waiting) {
            assertThat(each.get(30, TimeUnit.SECONDS).is(200).text("/state")).isEqualTo("delivered");
        }
    }

    /** Two of them in one transaction, in either order, beside others: each comes to its end. */
    @Test
    void whoeverWantsTwoTradesHasBoth() throws Exception {
        var there = List.of(hot, other);
        var back = List.of(other, hot);
        var all = new ArrayList<CompletableFuture<Boolean>>();
        var deadlockRetry = new DeadlockRetry(new SecureRandom(), meters);

        for (int i = 0; i < SOME; i++) {
            var trades = i % 2 == 0 ? there : back;
            all.add(begin(() -> deadlockRetry.run(() -> undecided(trades))));
        }

        for (var each : all) assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
    }

    private boolean undecided(List<String> trades) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            for (var trade : trades) stop(trade);
            status.setRollbackOnly();
            return true;
        }));
    }

    /** Has the right to write the trade until the end, and then has written nothing. */
    private boolean hold(CountDownLatch held, CountDownLatch end) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            stop(hot);
            status.setRollbackOnly();
            held.countDown();
            try {
                return end.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }));
    }

    private void stop(String trade) {
        commands.send(new TradeCommand.Stop(new TradeId(trade), "seen by a test"), "test");
    }

    private Answer deliver(Sale by, String trade, String content) throws Exception {
        var body = "{\"sha256\": \"" + content + "\"}";
        return market.post(by.vendor(), "/trades/" + trade + "/delivery", body, fresh("key"));
    }

    private int mostConnections() throws InterruptedException {
        var connections = ((HikariDataSource) Objects.requireNonNull(pool.getTargetDataSource())).getHikariPoolMXBean();
        int most = 0;
        for (int i = 0; i < SAMPLES; i++) {
            most = Math.max(most, connections.getActiveConnections());
            Thread.sleep(5);
        }
        return most;
    }

    private double undone() {
        return meters.counter("pujiang.transactions.undone", "cause", "lock-wait")
                .count();
    }

    private static <T> CompletableFuture<T> begin(Callable<T> request) {
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
