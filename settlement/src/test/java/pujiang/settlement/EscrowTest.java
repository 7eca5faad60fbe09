package pujiang.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pujiang.settlement.RealDatabase.fresh;

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
import org.springframework.dao.DataAccessException;
import pujiang.participant.ParticipantId;
import pujiang.settlement.Transfer.Kind;
import pujiang.trade.Escrow;
import pujiang.trade.TradeId;

/** The price of a trade: set aside once, resolved once. */
class EscrowTest {

    private static final Money PRICE = Money.parse("CNY 100.00");
    private static final Money NOTHING = Money.parse("CNY 0.00");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final RealDatabase database = RealDatabase.started();
    private final Ledger ledger = new Ledger(database.bound());
    private final FeeSchedule fees = FeeSchedule.load();
    private final Escrow escrow =
            new EscrowLedger(ledger, fees, Clock.systemUTC(), (_, entry) -> entry.accept(database.planted()));
    private final TradeId trade = new TradeId(fresh("escrow-trade"));
    private final ParticipantId buyer = new ParticipantId(fresh("escrow-buyer"));
    private final ParticipantId vendor = new ParticipantId(fresh("escrow-vendor"));

    @BeforeEach
    void theBuyerHasExactlyThePrice() {
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
            assertThatThrownBy(() -> database.sql()
                            .update(
                                    """
                            insert into ledger_transfer (id, debit, credit, minor, currency, kind, reference, at, event)
                            values (?, 'a', 'b', 1, 'CNY', 'PAY', 'trade', now(6), ?)""",
                                    fresh("escrow-pay"),
                                    event))
                    .isInstanceOf(DataAccessException.class);
        }
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
        return database.within(work);
    }
}
