package pujiang.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.participant.ParticipantId;
import pujiang.settlement.Transfer.Kind;

class TransferTest {

    private static final Instant AT = Instant.parse("2026-11-23T00:00:00Z");
    private static final Account DELTA = Account.available(new ParticipantId("delta"));

    @ParameterizedTest
    @ValueSource(strings = {"CNY 0.00", "CNY -0.01"})
    void aTransferMovesSomething(String amount) {
        assertThatThrownBy(() -> transfer("bank/in/1", Account.BANK, DELTA, amount, Kind.DEPOSIT, AT))
                .hasMessage("bank/in/1 moves nothing");
    }

    @Test
    void aTransferGoesSomewhere() {
        assertThatThrownBy(() -> transfer("bank/in/1", DELTA, DELTA, "CNY 1.00", Kind.DEPOSIT, AT))
                .hasMessage("bank/in/1 goes nowhere");
    }

    @ParameterizedTest(name = "{0} from {1} to {2}, {3} as {4}: {5}")
    @CsvSource(
            textBlock =
                    """
            bank/in/1, exchange/bank, delta/available, CNY 1.00, DEPOSIT, true
            bank/in/2, exchange/bank, delta/available, CNY 1.00, DEPOSIT, false
            bank/in/1, exchange/fees, delta/available, CNY 1.00, DEPOSIT, false
            bank/in/1, exchange/bank, lake/available,  CNY 1.00, DEPOSIT, false
            bank/in/1, exchange/bank, delta/available, CNY 1.01, DEPOSIT, false
            bank/in/1, exchange/bank, delta/available, CNY 1.00, SWEEP,   false
            """)
    void theSameTransferIsTheSameWhenever(
            String id, String debit, String credit, String amount, Kind kind, boolean same) {
        var first = transfer("bank/in/1", Account.BANK, DELTA, "CNY 1.00", Kind.DEPOSIT, AT);
        var other = transfer(id, new Account(debit), new Account(credit), amount, kind, AT.plusSeconds(1));

        assertThat(first.same(other)).isEqualTo(same);
    }

    @Test
    void onlyWhatMayBeSpentIsLimited() {
        var delta = new ParticipantId("delta");

        assertThat(Account.available(delta).limited()).isTrue();
        assertThat(Account.reserved(delta).limited()).isFalse();
        assertThat(Account.earned(delta).limited()).isFalse();
        assertThat(Account.BANK.limited()).isFalse();
        assertThat(Account.FEES.limited()).isFalse();
    }

    private static Transfer transfer(String id, Account debit, Account credit, String amount, Kind kind, Instant at) {
        return new Transfer(id, debit, credit, Money.parse(amount), kind, null, "1", at);
    }
}
