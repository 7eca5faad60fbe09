package pujiang.app.fsck;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.fsck.Findings.Subject;
import pujiang.settlement.Account;

/** Checks that every balance is the sum of its transfers. */
@Component
final class BalanceCheck implements Check {

    private static final Label LABEL = new Label(
            "balances",
            "账户余额",
            "every transfer moves an amount from one account to another, and every balance is the sum of its transfers",
            "每笔划转均由一个账户转入另一个账户，每个余额等于其划转之和",
            "do not book on this account until its transfers have been compared with the bank statement",
            "与银行对账单核对之前，不得对该账户记账");

    private static final Subject ACCOUNTS = new Subject("accounts", "账户");
    private static final Subject TRANSFERS = new Subject("transfers", "划转");
    private static final String LIMITED = "/available";

    @Override
    public Label label() {
        return LABEL;
    }

    @Override
    public Examination begin(Snapshot snapshot, Findings findings) {
        return new Balances(snapshot, findings);
    }

    private record Balances(Snapshot snapshot, Findings findings) implements Examination {

        @Override
        public void end() throws SQLException {
            transfers();
            limits();
            accounts("credit");
            accounts("debit");
        }

        private void transfers() throws SQLException {
            snapshot.walk(
                    """
                    SELECT t.id, t.minor > 0 AND t.debit <> t.credit AND t.currency = 'CNY',
                        t.resolves IS NULL OR EXISTS (SELECT 1 FROM ledger_transfer r
                            WHERE r.id = t.resolves AND r.kind IN ('RESERVE', 'WITHDRAWAL_HOLD') AND r.credit = t.debit)
                    FROM ledger_transfer t WHERE t.id > ? ORDER BY t.id""",
                    List.of(""),
                    row -> {
                        findings.looked(TRANSFERS);
                        var place = "transfer " + row.getString(1);
                        if (!row.getBoolean(2)) findings.damage(place, "it moves nothing in yuan", "其未划转任何人民币");
                        if (!row.getBoolean(3)) {
                            findings.damage(place, "it resolves no reservation of its account", "其未对应该账户的任何冻结");
                        }
                        return List.of(row.getString(1));
                    });
        }

        private void limits() throws SQLException {
            snapshot.walk(
                    "SELECT account, minor FROM ledger_limit WHERE account > ? ORDER BY account", List.of(""), row -> {
                        var account = row.getString(1);
                        var sum = sum(account);
                        if (sum.compareTo(row.getBigDecimal(2)) != 0) {
                            findings.differs(
                                    "account " + account, "its balance, in fen,", "其余额（分）", row.getBigDecimal(2), sum);
                        }
                        return List.of(account);
                    });
        }

        /** Only the bank may be below zero: it represents the money outside. */
        private void accounts(String side) throws SQLException {
            snapshot.walk(
                    "SELECT DISTINCT %1$s FROM ledger_transfer WHERE %1$s > ? ORDER BY %1$s".formatted(side),
                    List.of(""),
                    row -> {
                        var account = row.getString(1);
                        if (side.equals("credit")) findings.looked(ACCOUNTS);
                        if (!account.equals(Account.BANK.name()) && sum(account).signum() < 0) {
                            findings.damage("account " + account, "it is below zero", "其余额为负");
                        }
                        if (account.endsWith(LIMITED) && !guarded(account)) {
                            findings.damage("account " + account, "its balance has no row", "没有记录控制其余额");
                        }
                        return List.of(account);
                    });
        }

        private boolean guarded(String account) throws SQLException {
            return snapshot.exists("SELECT 1 FROM ledger_limit WHERE account = ?", account);
        }

        private BigDecimal sum(String account) throws SQLException {
            return snapshot.first(
                            """
                            SELECT COALESCE((SELECT SUM(minor) FROM ledger_transfer WHERE credit = ?), 0)
                                - COALESCE((SELECT SUM(minor) FROM ledger_transfer WHERE debit = ?), 0)""",
                            row -> row.getBigDecimal(1),
                            account,
                            account)
                    .orElse(BigDecimal.ZERO);
        }
    }
}
