package pujiang.settlement;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;
import pujiang.settlement.Transfer.Kind;

/**
 * The ledger. Every method works within the caller's database transaction: the data source supplies its connection, and
 * nothing is committed here. The data source also limits the time of statements, because a timer per statement would
 * cost more than most statements.
 */
public final class Ledger {

    private final DataSource database;

    public Ledger(DataSource database) {
        this.database = database;
    }

    /**
     * Records transfers without a trade, and moves the balances of limited accounts.
     *
     * @return false, without a record, if a limited account does not cover its transfer
     * @throws TransferContradicted if an id was used for another transfer
     */
    public boolean record(Transfer... transfers) {
        if (!secure(transfers)) return recorded(transfers);
        enter(null, transfers);
        return true;
    }

    /** Moves the balances of limited accounts, or returns false and moves nothing; {@link #enter} has to follow. */
    boolean secure(Transfer... transfers) {
        return with(connection -> {
            for (int done = 0; done < transfers.length; done++) {
                if (move(connection, transfers[done])) continue;
                for (int undo = done - 1; undo >= 0; undo--) moveBack(connection, transfers[undo]);
                return false;
            }
            return true;
        });
    }

    /** @param event that caused them, already stored; null for transfers without a trade */
    void enter(@Nullable String event, Transfer... transfers) {
        with(connection -> {
            insert(connection, event, transfers);
            return true;
        });
    }

    /**
     * Makes the earnings of a participant available, up to the room for them. A concurrent sweep of the same
     * participant waits.
     */
    public void sweep(String id, ParticipantId participant, Money room, Instant at) {
        lock(participant);
        var earned = balance(Account.earned(participant));
        var swept = earned.isGreaterThan(room) ? room : earned;
        if (!swept.isPositive()) return;
        record(new Transfer(
                id, Account.earned(participant), Account.available(participant), swept, Kind.SWEEP, null, id, at));
    }

    /** Locks until the end of the transaction; a concurrent lock of the same participant waits. */
    public void lock(ParticipantId participant) {
        with(connection -> raise(connection, Account.available(participant), 0));
    }

    public Optional<Transfer> find(String id) {
        return with(connection ->
                query(connection, "SELECT * FROM ledger_transfer WHERE id = ?", statement -> statement.setString(1, id))
                        .stream()
                        .findFirst());
    }

    /** The amount received by an account less the amount given. */
    public Money balance(Account account) {
        var sql =
                """
                SELECT COALESCE((SELECT SUM(minor) FROM ledger_transfer WHERE credit = ?), 0)
                     - COALESCE((SELECT SUM(minor) FROM ledger_transfer WHERE debit = ?), 0)""";
        return with(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, account.name());
                statement.setString(2, account.name());
                return TransferRows.money(number(statement));
            }
        });
    }

    /** A participant's transfers, newest first, starting after an id of the same listing. */
    public List<Transfer> statement(ParticipantId participant, String beforeId, int most) {
        var sql =
                """
                SELECT * FROM ledger_transfer
                WHERE (debit IN (?, ?, ?, ?) OR credit IN (?, ?, ?, ?))
                  AND (? = '' OR (at, id) < (SELECT at, id FROM ledger_transfer WHERE id = ?))
                ORDER BY at DESC, id DESC LIMIT ?""";
        var accounts = List.of(
                Account.available(participant),
                Account.reserved(participant),
                Account.withdrawing(participant),
                Account.earned(participant));
        return with(connection -> query(connection, sql, statement -> {
            for (int i = 0; i < accounts.size(); i++) {
                statement.setString(i + 1, accounts.get(i).name());
                statement.setString(i + 5, accounts.get(i).name());
            }
            statement.setString(9, beforeId);
            statement.setString(10, beforeId);
            statement.setInt(11, most);
        }));
    }

    /** The balance of every account; their sum is zero, or the ledger is wrong. */
    public Map<Account, Money> trialBalance() {
        var sql =
                """
                SELECT account, SUM(minor) FROM (
                    SELECT credit AS account, minor FROM ledger_transfer
                    UNION ALL SELECT debit, -minor FROM ledger_transfer) movements
                GROUP BY account ORDER BY account""";
        return with(connection -> {
            var balances =
                    new TreeMap<Account, Money>((one, other) -> one.name().compareTo(other.name()));
            try (var statement = connection.prepareStatement(sql);
                    var rows = statement.executeQuery()) {
                while (rows.next())
                    balances.put(new Account(rows.getString(1)), TransferRows.money(rows.getBigDecimal(2)));
            }
            return balances;
        });
    }

    /** The money reserved by all buyers for open trades. */
    public Money inEscrow() {
        return with(connection -> {
            try (var statement = connection.prepareStatement(
                    """
                    SELECT COALESCE(SUM(CASE WHEN kind = 'RESERVE' THEN minor ELSE -minor END), 0)
                    FROM ledger_transfer WHERE kind IN ('RESERVE', 'PAY', 'FEE', 'RELEASE')""")) {
                return TransferRows.money(number(statement));
            }
        });
    }

    /** Limited accounts whose guarded balance is not the sum of their transfers; empty, or the ledger is wrong. */
    public List<Account> outOfStep() {
        var sql =
                """
                SELECT account FROM ledger_limit l WHERE minor <>
                    COALESCE((SELECT SUM(minor) FROM ledger_transfer WHERE credit = l.account), 0)
                  - COALESCE((SELECT SUM(minor) FROM ledger_transfer WHERE debit = l.account), 0)""";
        return with(connection -> {
            var accounts = new ArrayList<Account>();
            try (var statement = connection.prepareStatement(sql);
                    var rows = statement.executeQuery()) {
                while (rows.next()) accounts.add(new Account(rows.getString(1)));
            }
            return accounts;
        });
    }

    /** The store enforces the limit: a concurrent transfer finds the balance already lowered. */
    private static boolean move(Connection connection, Transfer transfer) throws SQLException {
        long minor = transfer.amount().getAmountMinorLong();
        if (transfer.debit().limited() && !change(connection, transfer.debit(), -minor)) return false;
        return !transfer.credit().limited() || raise(connection, transfer.credit(), minor);
    }

    private static void moveBack(Connection connection, Transfer transfer) throws SQLException {
        long minor = transfer.amount().getAmountMinorLong();
        if (transfer.debit().limited()) change(connection, transfer.debit(), minor);
        if (transfer.credit().limited()) change(connection, transfer.credit(), -minor);
    }

    private static boolean change(Connection connection, Account account, long minor) throws SQLException {
        var sql = "UPDATE ledger_limit SET minor = minor + ? WHERE account = ? AND minor + ? >= 0";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, minor);
            statement.setString(2, account.name());
            statement.setLong(3, minor);
            return statement.executeUpdate() == 1;
        }
    }

    private static boolean raise(Connection connection, Account account, long minor) throws SQLException {
        if (change(connection, account, minor)) return true;
        var sql = "INSERT INTO ledger_limit (account, minor) VALUES (?, ?) ON DUPLICATE KEY UPDATE minor = minor + ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, account.name());
            statement.setLong(2, minor);
            statement.setLong(3, minor);
            return statement.executeUpdate() > 0;
        }
    }

    private void insert(Connection connection, @Nullable String event, Transfer... transfers) throws SQLException {
        try {
            TransferRows.insert(connection, event, transfers);
        } catch (SQLIntegrityConstraintViolationException e) {
            alreadyRecorded(connection, e, transfers);
        }
    }

    /** The same transfers again succeed and move nothing; other transfers under the ids are a defect. */
    private void alreadyRecorded(Connection connection, SQLException cause, Transfer... transfers) throws SQLException {
        if (!recorded(transfers)) {
            throw new TransferContradicted(transfers[0].id(), cause);
        }
        for (var transfer : transfers) moveBack(connection, transfer);
    }

    /** Whether exactly these transfers are recorded, even if an account is empty by now. */
    boolean recorded(Transfer... transfers) {
        int known = 0;
        for (var transfer : transfers) {
            var earlier = find(transfer.id());
            if (earlier.isPresent() && !earlier.get().same(transfer)) {
                throw new TransferContradicted(transfer.id(), null);
            }
            known += earlier.isPresent() ? 1 : 0;
        }
        return known == transfers.length;
    }

    private static List<Transfer> query(Connection connection, String sql, Binding binding) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            var transfers = new ArrayList<Transfer>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) transfers.add(TransferRows.read(rows));
            }
            return transfers;
        }
    }

    private static BigDecimal number(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getBigDecimal(1);
        }
    }

    private <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }
}
