package pujiang.web.fsck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pujiang.evidence.PublicKeys;

/**
 * The whole database as it stood at one instant, for reading: one transaction with a consistent snapshot, so that an exchange
 * that runs meanwhile neither waits nor is seen half-way. How long a statement may take is the connection's to say.
 */
public final class Snapshot implements AutoCloseable {

    /** Rows at a time: enough to be quick, few enough to be held. */
    private static final int PAGE = 500;

    private final Connection database;

    private Snapshot(Connection database) {
        this.database = database;
    }

    static Snapshot of(Connection database) throws SQLException {
        database.setAutoCommit(true);
        // By the driver's own call: a pool then sets it back.
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        execute(database, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
        return new Snapshot(database);
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Looks at a row and says after which the next page begins: the values for the statement's marks. */
    @FunctionalInterface
    public interface Step {
        List<Object> after(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, Row<T> read, @Nullable Object... values) throws SQLException {
        var found = new ArrayList<T>();
        try (var statement = prepared(sql, values);
                var rows = statement.executeQuery()) {
            while (rows.next()) found.add(read.read(rows));
        }
        return found;
    }

    public <T> Optional<T> first(String sql, Row<T> read, @Nullable Object... values) throws SQLException {
        return list(sql, read, values).stream().findFirst();
    }

    public boolean exists(String sql, @Nullable Object... values) throws SQLException {
        return first(sql, _ -> true, values).isPresent();
    }

    public long number(String sql, @Nullable Object... values) throws SQLException {
        return first(sql, row -> row.getBigDecimal(1).longValueExact(), values).orElse(0L);
    }

    /**
     * Every row of a statement in pages, in the order of a key that it asks for by its marks.
     *
     * @param start the values before the first row
     */
    public void walk(String sql, List<Object> start, Step step) throws SQLException {
        var after = start;
        int read;
        do {
            read = 0;
            try (var statement = prepared(sql + " LIMIT " + PAGE, after.toArray());
                    var rows = statement.executeQuery()) {
                for (; rows.next(); read++) after = step.after(rows);
            }
        } while (read == PAGE);
    }

    /** The exchange's public keys, as they were entered at its first start. */
    public Optional<PublicKeys> keys() throws SQLException {
        return first(
                "SELECT id, sm2, ed25519 FROM signing_key",
                row -> new PublicKeys(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** By the database's clock. */
    Instant now() throws SQLException {
        return first("SELECT UTC_TIMESTAMP(6)", row -> row.getObject(1, LocalDateTime.class)
                        .toInstant(ZoneOffset.UTC))
                .orElseThrow();
    }

    @Override
    public void close() throws SQLException {
        execute(database, "ROLLBACK");
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        var statement = database.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        return statement;
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
