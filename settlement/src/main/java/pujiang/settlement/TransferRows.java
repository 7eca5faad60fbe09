package pujiang.settlement;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads and writes transfers in their table, several in one statement. */
final class TransferRows {

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    private TransferRows() {}

    static void insert(Connection connection, @Nullable String event, Transfer... transfers) throws SQLException {
        var sql =
                "INSERT INTO ledger_transfer (id, debit, credit, minor, currency, kind, resolves, reference, at, event)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + ", (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)".repeat(transfers.length - 1);
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < transfers.length; i++) {
                bind(statement, 10 * i, transfers[i]);
                statement.setString(10 * i + 10, event);
            }
            statement.executeUpdate();
        }
    }

    static Transfer read(ResultSet row) throws SQLException {
        return new Transfer(
                row.getString("id"),
                new Account(row.getString("debit")),
                new Account(row.getString("credit")),
                money(row.getBigDecimal("minor")),
                Transfer.Kind.valueOf(row.getString("kind")),
                row.getString("resolves"),
                row.getString("reference"),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static void bind(PreparedStatement statement, int offset, Transfer transfer) throws SQLException {
        statement.setString(offset + 1, transfer.id());
        statement.setString(offset + 2, transfer.debit().name());
        statement.setString(offset + 3, transfer.credit().name());
        statement.setLong(offset + 4, transfer.amount().getAmountMinorLong());
        statement.setString(offset + 5, transfer.amount().getCurrencyUnit().getCode());
        statement.setString(offset + 6, transfer.kind().name());
        statement.setString(offset + 7, transfer.resolves());
        statement.setString(offset + 8, transfer.reference());
        statement.setObject(offset + 9, LocalDateTime.ofInstant(transfer.at(), ZoneOffset.UTC));
    }

    /** All accounts are in yuan. A sum has more digits than a row: the database and this program add up decimals. */
    static Money money(BigDecimal minor) {
        return Money.of(YUAN, minor.movePointLeft(YUAN.getDecimalPlaces()));
    }
}
