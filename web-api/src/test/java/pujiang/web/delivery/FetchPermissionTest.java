package pujiang.web.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.delivery.DeliveredTrade.said;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.delivery.Parcels;
import pujiang.app.security.Accounts;
import pujiang.calendar.Shanghai;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.security.AccessCast;

/** What permits a fetch, and that no link outlives it. */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
class FetchPermissionTest {

    private static final int SIZE = 5_000;
    private static final byte[] FILE = Parcels.bytes(SIZE, 4);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private Market market;
    private Parcels parcels;
    private AccessCast cast;
    private String buyer;
    private String officer;
    private DeliveredTrade trade;

    @BeforeAll
    void aVendorAndABuyer() throws Exception {
        market = new Market(port, accounts);
        parcels = new Parcels(port);
        cast = new AccessCast(market, accounts, database);
        buyer = cast.token("buyer");
        officer = cast.token("officer");
        assertThat(parcels.upload(cast.token("vendor"), FILE, "text/csv").statusCode())
                .isIn(200, 201);
    }

    @BeforeEach
    void aTradeThatIsDelivered() throws Exception {
        trade = new DeliveredTrade(market, cast, Parcels.sha256(FILE));
    }

    /** Neither a new link nor one that was issued before, used or not, outlives what permits a fetch. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "the term has ended, download.term-ended",
        "the deletion is shown, download.copy-deleted",
        "the deletion is accepted, download.copy-deleted",
        "the delivery is disputed, trade.wrong-state",
        "the price went back, trade.wrong-state"
    })
    void noLinkOutlivesWhatPermitsIt(String what, String code) throws Exception {
        var unused = trade.link();
        var begun = trade.link();
        assertThat(parcels.fetch(buyer, "GET", begun, "Range", "bytes=0-9").statusCode())
                .isEqualTo(206);

        happen(what);

        said(parcels.fetch(buyer, "GET", unused), 409, code);
        said(parcels.fetch(buyer, "GET", begun, "Range", "bytes=10-"), 409, code);
        said(parcels.fetch(buyer, "HEAD", begun), 409, "");
        trade.askForLink().is(409, code);
        assertThat(trade.collections()).isEqualTo(1);
    }

    /** It was not deleted after all, so there is a copy in any case. */
    @Test
    void aDeletionThatAnOfficerDoesNotBelieveLeavesTheLinkAsItWas() throws Exception {
        var url = trade.link();
        happen("the deletion is shown");
        said(parcels.fetch(buyer, "GET", url), 409, "download.copy-deleted");

        var owed = "/obligations/" + deletion();
        market.post(officer, owed + "/rejection", market.rejection(officer, owed))
                .is(200);

        assertThat(parcels.fetch(buyer, "GET", url).statusCode()).isEqualTo(200);
    }

    /** What a fetch has looked at may change before its first byte; so it looks again, and waits for who is changing it. */
    @Test
    void aFetchWaitsForADeletionThatIsOnItsWayAndIsRefused() throws Exception {
        var url = trade.link();
        var deletion = deletion();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var fetched = new TransactionTemplate(transactions).execute(_ -> {
                database.sql("update obligation_board set state = 'proven' where id = ?")
                        .param(deletion)
                        .update();
                var running = pool.submit(() -> parcels.fetch(buyer, "GET", url));
                awaitLockOrEnd(running);
                return running;
            });
            said(Objects.requireNonNull(fetched).get(60, TimeUnit.SECONDS), 409, "download.copy-deleted");
        }
        assertThat(trade.collections()).isZero();
    }

    private void awaitLockOrEnd(Future<?> running) {
        for (long waiting = 0; waiting == 0 && !running.isDone(); ) {
            waiting = database.sql(
                            """
                            select count(*) from information_schema.processlist
                            where info like 'select id from obligation_board%for update'""")
                    .query(Long.class)
                    .single();
        }
    }

    private void happen(String what) throws Exception {
        switch (what) {
            case "the term has ended" ->
                database.sql("update trade_board set fetch_until = '2020-01-01' where id = ?")
                        .param(trade.id())
                        .update();
            case "the deletion is shown" ->
                market.post(buyer, "/obligations/" + deletion() + "/proof", "{\"statement\": \"deleted\"}")
                        .is(200);
            case "the deletion is accepted" -> {
                happen("the deletion is shown");
                var owed = "/obligations/" + deletion();
                market.post(officer, owed + "/discharge", market.acceptance(officer, owed))
                        .is(200);
            }
            case "the delivery is disputed" ->
                market.post(buyer, trade.path() + "/dispute", "{\"reason\": \"half is missing\"}")
                        .is(200);
            case "the price went back" -> {
                happen("the delivery is disputed");
                market.post(
                                market.operator(),
                                trade.path() + "/resolution",
                                "{\"resolution\": \"REFUND_BUYER\", \"ground\": \"half is missing\"}")
                        .is(200);
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** Opened a moment after the delivery. */
    private String deletion() throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            var found = database.sql("select id from obligation_board where trade = ? and kind = 'DELETION'")
                    .param(trade.id())
                    .query(String.class)
                    .optional();
            if (found.isPresent()) return found.get();
            Thread.sleep(100);
        }
        throw new AssertionError("nothing is owed after 20 s");
    }

    @Test
    void theTermIsCountedFromTheDayOfTheDeliveryInShanghaiAndItsLastDayIsPartOfIt() {
        var until = database.sql("select fetch_until from trade_board where id = ?")
                .param(trade.id())
                .query(LocalDateTime.class)
                .single()
                .atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(Shanghai.ZONE);
        assertThat(until.toLocalDateTime())
                .isEqualTo(LocalDate.now(Shanghai.ZONE).plusDays(366).atStartOfDay());
    }
}
