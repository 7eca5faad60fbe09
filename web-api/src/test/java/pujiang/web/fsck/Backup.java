package pujiang.web.fsck;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Plants damage that keys and constraints forbid, and undoes it: tables are copied first and written back afterwards. */
public final class Backup implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "domain_event_entry",
            "trade_board",
            "listing_board",
            "participant_board",
            "product_board",
            "product_derivation",
            "content_board",
            "obligation_board",
            "recall_board",
            "ledger_transfer",
            "ledger_limit",
            "log_leaf",
            "log_node",
            "log_checkpoint",
            "log_queue",
            "idempotency",
            "export_share",
            "export_count");

    private final SingleConnectionDataSource connection;
    private final JdbcTemplate database;

    public Backup(String url, String user, String password) {
        connection = new SingleConnectionDataSource(url, user, password, true);
        database = new JdbcTemplate(connection);
        database.execute("SET SESSION foreign_key_checks = 0, SESSION check_constraint_checks = 0");
        for (var table : TABLES) database.execute("CREATE TABLE copy_of_%1$s AS SELECT * FROM %1$s".formatted(table));
    }

    public void damage(String statement) {
        if (database.update(statement) == 0) throw new IllegalStateException("it damages nothing: " + statement);
    }

    public void restore() {
        for (var table : TABLES) {
            var columns = columns(table);
            database.update("DELETE FROM " + table);
            // Jobs go on meanwhile, and the log writes its first checkpoint again as soon as it has none.
            database.update("REPLACE INTO %1$s (%2$s) SELECT %2$s FROM copy_of_%1$s".formatted(table, columns));
        }
    }

    /** Those that the database does not compute for itself. */
    private String columns(String table) {
        return String.join(
                ", ",
                database.queryForList(
                        """
                        SELECT column_name FROM information_schema.columns
                        WHERE table_schema = DATABASE() AND table_name = ? AND COALESCE(generation_expression, '') = ''
                        ORDER BY ordinal_position""",
                        String.class,
                        table));
    }

    @Override
    public void close() {
        for (var table : TABLES) database.execute("DROP TABLE copy_of_" + table);
        connection.destroy();
    }
}
