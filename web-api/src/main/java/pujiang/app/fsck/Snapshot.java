package pujiang.app.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import pujiang.evidence.PublicKeys;

/**
 * The whole database at one instant, for reading: one transaction with a consistent snapshot, so that a running
 * exchange does not wait and no transaction is seen half-way.
 */
public final class Snapshot extends Rows implements AutoCloseable {

    private final Connection database;
    private final Contents contents;

    private Snapshot(Connection database, Contents contents) {
        super(database);
        this.database = database;
        this.contents = contents;
    }

    static Snapshot of(Connection database, Contents contents) throws SQLException {
        database.setAutoCommit(true);
        // By the driver's own call: a pool then sets it back.
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        execute(database, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
        return new Snapshot(database, contents);
    }

    /** The exchange's public keys, as they were entered at its first start. */
    public Optional<PublicKeys> keys() throws SQLException {
        return first(
                "SELECT id, sm2, ed25519 FROM signing_key",
                row -> new PublicKeys(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** The files that the database refers to. */
    Contents contents() {
        return contents;
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

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
