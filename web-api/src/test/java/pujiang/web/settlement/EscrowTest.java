package pujiang.web.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pujiang.web.Market.fresh;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.security.Accounts;
import pujiang.participant.ParticipantId;
import pujiang.settlement.Account;
import pujiang.settlement.EscrowLedger;
import pujiang.settlement.FeeSchedule;
import pujiang.settlement.Ledger;
import pujiang.settlement.Transfer;
import pujiang.settlement.Transfer.Kind;
import pujiang.trade.Escrow;
import pujiang.trade.TradeId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;
import pujiang.web.StoredEvent;

/** The price of a trade: set aside once, resolved once. */
@ExchangeTest
class EscrowTest {

    private static final Money PRICE = Money.parse("CNY 100.00");
    private static final Money NOTHING = Money.parse("CNY 0.00");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Ledger ledger;

    @Autowired
    private FeeSchedule fees;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private PlatformTransactionManager transactions;

    private Escrow escrow;
    private final TradeId trade = new TradeId(fresh("escrow-trade"));
    private final ParticipantId buyer = new ParticipantId(fresh("escrow-buyer"));
    private final ParticipantId vendor = new ParticipantId(fresh("escrow-vendor"));

    @BeforeEach
    void theBuyerHasExactlyThePrice() {
        escrow = new EscrowLedger(
                ledger, fees, Clock.systemUTC(), (_, entry) -> entry.accept(StoredEvent.planted(database)));
        var id = fresh("escrow-bank");
        within(() -> ledger.record(new Transfer(
                id, Account.BANK, Account.available(buyer), PRICE, Kind.DEPOSIT, null, id, Instant.EPOCH)));
    }

    @Test
    void thePriceIsSetAsideOnceHoweverOftenItIsAskedFor() {
        assertThat(reserve()).isTrue();
        assertThat(reserve()).isTrue();

        assertThat(ledger.balance(Account.available(buyer))).isEqualTo(NOTHING);
        assertThat(ledger.balance(Account.reserved(buyer))).isEqualTo(PRICE);
        assertThat(within(() -> escrow.reserve(new TradeId(fresh("escrow-trade")), buyer, PRICE)))
                .isFalse();
    }

    @Test
    void whatIsReleasedIsTheBuyersAgainAndOnce() {
        reserve();
        release();
        release();

        assertThat(ledger.balance(Account.available(buyer))).isEqualTo(PRICE);
        assertThat(ledger.balance(Account.reserved(buyer))).isEqualTo(NOTHING);
    }

    @Test
    void whatIsPaidOutIsTheVendorsAndTheExchangesAndOnce() {
        reserve();
        payOut();
        payOut();

        assertThat(ledger.balance(Account.reserved(buyer))).isEqualTo(NOTHING);
        assertThat(ledger.balance(Account.earned(vendor))).isEqualTo(Money.parse("CNY 97.50"));
        assertThat(ledger.find(trade + "/fee").orElseThrow().amount()).isEqualTo(Money.parse("CNY 2.50"));
    }

    @Test
    void whatIsPaidOutIsNeverReleasedAndTheOtherWayRound() {
        reserve();
        payOut();
        assertThatThrownBy(this::release).hasMessageContaining("contradicts what is recorded");

        assertThat(ledger.balance(Account.available(buyer))).isEqualTo(NOTHING);
        assertThat(ledger.balance(Account.earned(vendor))).isEqualTo(Money.parse("CNY 97.50"));
    }

    @Test
    void ofPayingAndReleasingAtTheSameMomentOneHappens() throws Exception {
        for (int round = 0; round < 15; round++) {
            var racing = new EscrowTest();
            racing.ledger = ledger;
            racing.fees = fees;
            racing.database = database;
            racing.transactions = transactions;
            racing.theBuyerHasExactlyThePrice();
            racing.reserve();

            int happened = racing.race();

            assertThat(happened).as("round %d", round).isEqualTo(1);
            var back = ledger.balance(Account.available(racing.buyer));
            var paid = ledger.balance(Account.earned(racing.vendor));
            assertThat(ledger.balance(Account.reserved(racing.buyer))).isEqualTo(NOTHING);
            assertThat(back.isZero()).as("back %s, paid %s", back, paid).isNotEqualTo(paid.isZero());
        }
        assertThat(ledger.outOfStep()).isEmpty();
    }

    @Test
    void nothingIsPaidThatWasNotSetAside() {
        assertThatThrownBy(this::payOut).hasMessage(trade + " has no reservation of " + PRICE);
        reserve();
        assertThatThrownBy(() -> within(() -> escrow.payOut(trade, vendor, Money.parse("CNY 99.99"), DAY)))
                .hasMessage(trade + " has no reservation of CNY 99.99");
        release();
        assertThat(ledger.balance(Account.earned(vendor))).isEqualTo(NOTHING);
    }

    @Test
    void aFreeTradeMovesNothing() {
        assertThat(within(() -> escrow.reserve(trade, buyer, NOTHING))).isTrue();
        assertThat(within(() -> escrow.payOut(trade, vendor, NOTHING, DAY)).net())
                .isEqualTo(NOTHING);
        release();

        assertThat(ledger.find(trade + "/reserve")).isEmpty();
        assertThat(ledger.balance(Account.available(buyer))).isEqualTo(PRICE);
    }

    @Test
    void theDatabaseTakesNoMoneyOfATradeWithoutItsEvent() {
        for (var event : Arrays.asList(null, fresh("no-event"))) {
            assertThatThrownBy(() -> database.update(
                            """
                            insert into ledger_transfer (id, debit, credit, minor, currency, kind, reference, at, event)
                            values (?, 'a', 'b', 1, 'CNY', 'PAY', 'trade', now(6), ?)""",
                            fresh("escrow-pay"),
                            event))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void eachEntryOfATradeNamesTheEventThatCausedIt() throws Exception {
        var sale = new Sale(new Market(port, accounts), "100.00");
        var done = sale.completed("first");

        assertThat(database.queryForList(
                        """
                        select concat(t.kind, ' ', e.payload_type) from ledger_transfer t
                        join domain_event_entry e
                            on e.event_identifier = t.event and e.aggregate_identifier = t.reference
                        where t.reference = ? order by t.kind""",
                        String.class,
                        done))
                .containsExactly("FEE trade.settled", "PAY trade.settled", "RESERVE trade.agreed");
    }

    /** Over HTTP: the bank says again what it has said, after the vendor has earned more. */
    @Test
    void aWithdrawalThatIsBookedAgainTakesNothingMore() throws Exception {
        var sale = new Sale(new Market(port, accounts), "100.00");
        sale.completed("first");
        var reference = fresh("escrow-out");
        sale.book("withdrawals", sale.vendorId(), "97.50", reference).is(200);
        sale.completed("second");
        sale.completed("third");

        var again =
                sale.book("withdrawals", sale.vendorId(), "97.50", reference).is(200);

        assertThat(again.text("/earned/amount")).isEqualTo("195.00");
        assertThat(again.text("/available/amount")).isEqualTo("0.00");
        sale.book("withdrawals", sale.vendorId(), "97.51", reference).is(409, "money.reference-used");
        sale.book("withdrawals", sale.vendorId(), "195.01", fresh("escrow-out")).is(409, "money.insufficient-balance");
        assertThat(ledger.outOfStep()).isEmpty();
    }

    /** @return how many of the two did not fail */
    private int race() throws Exception {
        var gate = new CyclicBarrier(2);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var pays = pool.submit(() -> {
                gate.await(10, TimeUnit.SECONDS);
                return payOut();
            });
            var releases = pool.submit(() -> {
                gate.await(10, TimeUnit.SECONDS);
                return release();
            });
            return done(pays) + done(releases);
        }
    }

    private static int done(Future<?> work) throws Exception {
        try {
            work.get(60, TimeUnit.SECONDS);
            return 1;
        } catch (ExecutionException _) {
            return 0;
        }
    }

    private boolean reserve() {
        return within(() -> escrow.reserve(trade, buyer, PRICE));
    }

    private boolean release() {
        return within(() -> {
            escrow.release(trade);
            return true;
        });
    }

    private Money payOut() {
        return within(() -> escrow.payOut(trade, vendor, PRICE, DAY)).net();
    }

    private <T> T within(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(_ -> work.get());
    }
}
