package pujiang.host.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections for transactions only, which never commit by themselves. A pool for both kinds of work would have to tell
 * the server twice for each transaction which kind it is, at the price of a fifth of all that is said to it.
 */
final class TransactionPool extends DelegatingDataSource implements InfrastructureProxy, AutoCloseable {

    private final HikariDataSource pool;
    private final DataSource known;

    private TransactionPool(HikariDataSource pool, DataSource known) {
        super(pool);
        this.pool = pool;
        this.known = known;
    }

    /** With the settings of the exchange's data source. */
    static TransactionPool beside(HikariDataSource database) {
        var settings = new HikariConfig();
        database.copyStateTo(settings);
        settings.setPoolName(database.getPoolName() + "-transactions");
        settings.setAutoCommit(false);
        return new TransactionPool(new HikariDataSource(settings), database);
    }

    /** Under whose name a transaction's connection is found by everything that asks that data source for one. */
    @Override
    public Object getWrappedObject() {
        return known;
    }

    @Override
    public void close() {
        pool.close();
    }
}
