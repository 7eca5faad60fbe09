package pujiang.app.fsck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.fsck.Findings.Subject;
import pujiang.settlement.Account;
import pujiang.settlement.BankJournal;

/**
 * Checks that bank bookings are between the bank and a participant, and that earnings are swept only to be paid out.
 */
@Component
final class BankCheck implements Check {

    private static final Label LABEL = new Label(
            "bank",
            "银行收付",
            "every deposit, withdrawal and sweep is between the bank and a participant, under its own reference, and"
                    + " journal and ledger agree",
            "每笔入金、出金与归集均在银行与参与方之间，凭证号相符，收付登记簿与账簿一致",
            "compare with the bank statement for this reference, and book a reverse transfer for the difference",
            "按该凭证号与银行对账单核对，并对差额作反向划转");

    private static final Subject BOOKINGS = new Subject("bookings", "收付");

    private static final String BOOKED =
            """
            SELECT t.id, t.kind, t.debit, t.credit, t.reference,
                EXISTS (SELECT 1 FROM ledger_transfer w WHERE w.id = REPLACE(t.id, 'bank/sweep/', 'bank/out/'))
                OR EXISTS (SELECT 1 FROM bank_booking b
                    WHERE b.direction = 'OUT'
                        AND b.reference = SUBSTRING_INDEX(SUBSTRING_INDEX(t.id, '.', 2), '.', -1)
                        AND t.id = CONCAT('bank/sweep/out.', b.reference, '.', b.attempt)
                        AND t.debit = CONCAT(b.participant, '/earned'))
            FROM ledger_transfer t
            WHERE t.id > ? AND t.kind NOT IN ('RESERVE', 'PAY', 'FEE', 'RELEASE') ORDER BY t.id""";

    @Override
    public Label label() {
        return LABEL;
    }

    @Override
    public Examination begin(Snapshot snapshot, Findings findings) {
        return new Bookings(snapshot, findings);
    }

    private record Bookings(Snapshot snapshot, Findings findings) implements Examination {

        @Override
        public void end() throws SQLException {
            snapshot.walk(BOOKED, List.of(""), row -> {
                findings.looked(BOOKINGS);
                look(row);
                return List.of(row.getString(1));
            });
            for (var booking : snapshot.list(BankJournal.OUT_OF_STEP, row -> row.getString(1))) {
                findings.damage("booking " + booking, "journal and ledger differ", "收付登记簿与账簿不一致");
            }
        }

        private void look(ResultSet row) throws SQLException {
            var id = row.getString(1);
            boolean fits =
                    switch (row.getString(2)) {
                        case "DEPOSIT" ->
                            id.equals("bank/in/" + row.getString(5)) && known(row, Account.BANK.name(), "/available");
                        case "WITHDRAWAL" ->
                            id.equals("bank/out/" + row.getString(5))
                                    && (between(row, "/available", "") || between(row, "/withdrawing", ""));
                        case "WITHDRAWAL_HOLD" ->
                            id.startsWith("bank/hold/") && between(row, "/available", "/withdrawing");
                        case "WITHDRAWAL_VOID" ->
                            id.startsWith("bank/void/") && between(row, "/withdrawing", "/available");
                        case "SWEEP" ->
                            id.startsWith("bank/sweep/") && row.getBoolean(6) && between(row, "/earned", "/available");
                        default -> false;
                    };
            if (!fits) {
                findings.damage(
                        "transfer " + id,
                        "%s from %s to %s is nothing that the bank does"
                                .formatted(row.getString(2), row.getString(3), row.getString(4)),
                        "自 %s 至 %s 的 %s 并非银行收付".formatted(row.getString(3), row.getString(4), row.getString(2)));
            }
        }

        private boolean known(ResultSet row, String from, String suffix) throws SQLException {
            return row.getString(3).equals(from) && participant(row.getString(4), suffix);
        }

        // No account to receive it: the bank does.
        private boolean between(ResultSet row, String from, String to) throws SQLException {
            var debit = row.getString(3);
            var credit = row.getString(4);
            if (!participant(debit, from)) return false;
            return to.isEmpty()
                    ? credit.equals(Account.BANK.name())
                    : credit.equals(debit.substring(0, debit.length() - from.length()) + to);
        }

        private boolean participant(String account, String suffix) throws SQLException {
            return account.endsWith(suffix)
                    && snapshot.exists(
                            "SELECT 1 FROM participant_board WHERE id = ?",
                            account.substring(0, account.length() - suffix.length()));
        }
    }
}
