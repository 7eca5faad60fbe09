package pujiang.web.settlement;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.settlement.Account;
import pujiang.settlement.Ledger;
import pujiang.web.security.Requires;

/** The books as a whole. */
@RestController
class LedgerController {

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    record Line(Account account, Money balance) {}

    /**
     * @param sum of all balances: zero, or the books are wrong
     * @param inEscrow what buyers have set aside for open trades
     * @param outOfStep limited accounts whose guard differs from their transfers: none, or the books are wrong
     */
    record TrialBalance(List<Line> lines, Money sum, Money inEscrow, List<Account> outOfStep) {}

    @Requires("ledger:read")
    @GetMapping("/api/v1/ledger/trial-balance")
    TrialBalance trialBalance() {
        var lines = ledger.trialBalance().entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
        var sum = lines.stream().map(Line::balance).reduce(Money.zero(YUAN), Money::plus);
        return new TrialBalance(lines, sum, ledger.inEscrow(), ledger.outOfStep());
    }
}
