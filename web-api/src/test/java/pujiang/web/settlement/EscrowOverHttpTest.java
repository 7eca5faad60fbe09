package pujiang.web.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import pujiang.app.security.Accounts;
import pujiang.settlement.Ledger;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;

/** What trades over HTTP leave in the books. */
@ExchangeTest
class EscrowOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcTemplate database;

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
}
