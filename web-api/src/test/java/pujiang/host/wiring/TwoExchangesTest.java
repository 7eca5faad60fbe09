package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import pujiang.app.security.Accounts;
import pujiang.app.start.DataFolder;
import pujiang.host.PujiangApplication;
import pujiang.web.ExchangeTest;
import pujiang.web.FreshDataFolder;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.Sale;

/** Two exchanges on one database, each with its own memory and its own locks: neither answers with what it remembers. */
@ExchangeTest
class TwoExchangesTest {

    private static final String REASON = "{\"reason\": \"seen by an operator\"}";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    DataFolder folder;

    @Autowired
    HikariDataSource pool;

    @Autowired
    MeterRegistry meters;

    private ConfigurableApplicationContext second;
    private Market here;
    private Market there;

    @BeforeEach
    void aSecondExchangeOnTheSameDatabase() throws Exception {
        var itsFolder = Files.createTempDirectory("second-exchange");
        Files.createDirectory(itsFolder.resolve("secrets"));
        Files.copy(folder.secrets().resolve("signing-keys"), itsFolder.resolve("secrets/signing-keys"));
        second = new SpringApplicationBuilder(PujiangApplication.class)
                .initializers(context -> TestPropertyValues.of(FreshDataFolder.properties())
                        .and(
                                "pujiang.data=" + itsFolder,
                                "spring.datasource.url=" + pool.getJdbcUrl(),
                                "spring.datasource.username=" + pool.getUsername(),
                                "spring.datasource.password=" + pool.getPassword(),
                                "spring.main.banner-mode=off",
                                "server.port=0")
                        .applyTo(context))
                .run();
        here = new Market(port, accounts);
        there = new Market(port(second.getEnvironment()), second.getBean(Accounts.class));
    }

    @AfterEach
    void stopIt() {
        second.close();
    }

    /** What is asked there rests on an event of here that is not in its memory, be it an event, a refusal or nothing. */
    @Test
    void whatTheOtherHasDecidedCountsAtOnce() throws Exception {
        var sale = new Sale(here, "5.00");
        var listing = "/listings/" + sale.listing();
        for (int round = 0; round < 5; round++) {
            move(there, sale, listing, "/suspension", "suspended");
            move(here, sale, listing, "/resumption", "published");
            // Decided there on "suspended", this would find nothing to do.
            move(there, sale, listing, "/suspension", "suspended");
            move(here, sale, listing, "/suspension", "suspended");
            move(there, sale, listing, "/resumption", "published");
            // And here, on "suspended" too, this would be an event with a number that is taken.
            move(here, sale, listing, "/resumption", "published");
        }
        here.post(sale.vendor(), listing + "/withdrawal", REASON).is(200);
        there.post(sale.vendor(), listing + "/resumption", "").is(409, "listing.wrong-state");
        there.post(sale.vendor(), listing + "/suspension", REASON).is(409, "listing.wrong-state");
        assertThat(conflicts()).isPositive();
    }

    @Test
    void ofAcceptancesOnBothSidesOneCountsAndAllTellIt() throws Exception {
        var sale = new Sale(here, "50.00").deposit("50.00");
        var trade = fresh("both-sides");
        sale.order(trade).is(201);
        sale.deliver(trade, "the file").is(200);
        var acceptance = "/trades/" + trade + "/acceptance";

        var answers = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < 10; i++) {
            answers.add(atOnce(() -> here.post(sale.buyer(), acceptance, "{}")));
            answers.add(atOnce(() -> there.post(sale.buyer(), acceptance, "{}")));
        }

        for (var answer : answers)
            assertThat(answer.join().is(200).text("/state")).isEqualTo("completed");
        assertThat(here.get(sale.buyer(), "/trades/" + trade + "/events")
                        .is(200)
                        .body())
                .hasSize(5);
        assertThat(here.get(sale.vendor(), "/accounts/" + sale.vendorId())
                        .is(200)
                        .text("/earned/amount"))
                .isNotEqualTo("0.00");
    }

    private static void move(Market at, Sale sale, String listing, String what, String state) throws Exception {
        assertThat(at.post(sale.vendor(), listing + what, REASON).is(200).text("/state"))
                .as(what)
                .isEqualTo(state);
    }

    private double conflicts() {
        return Stream.of(meters, second.getBean(MeterRegistry.class))
                .flatMap(each -> each.find("pujiang.transactions.undone").tag("cause", "conflict").counters().stream())
                .mapToDouble(Counter::count)
                .sum();
    }

    private static int port(Environment environment) {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private static CompletableFuture<Answer> atOnce(Callable<Answer> request) {
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
