package pujiang.app.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import pujiang.app.board.Board;
import pujiang.listing.ListingEvent;
import pujiang.obligation.ObligationEvent;
import pujiang.obligation.ObligationEvent.ObligationIncurred;
import pujiang.participant.ParticipantEvent;
import pujiang.product.ProductEvent;
import pujiang.recall.RecallEvent;
import pujiang.trade.TradeEvent;
import pujiang.watch.WatchEvent;

/**
 * Undoes transactions on the real database when their commands are done, and gives others time to build on them. Each plan
 * meets the first transaction that writes an event of its aggregate, whosever that is.
 */
final class Saboteur implements Board {

    /** How a transaction ends. */
    enum Way {
        IN_PEACE,
        BOARD_FAILS,
        CONNECTION_LOST,
        LOST_WHILE_COMMITTING,
        DEADLOCK,
        LOCK_WAIT
    }

    static final String TABLE =
            "create table if not exists sabotage (name varchar(64) primary key, times int not null default 0)";
    private static final String INSERT = "insert into sabotage (name) values ('%s')";
    private static final String UPDATE = "update sabotage set times = times + 1 where name = '%s'";

    private static final int MUCH = 60;

    private final DataSource database;
    private final Map<String, Way> plans = new ConcurrentHashMap<>();

    Saboteur(DataSource database) {
        this.database = database;
    }

    void plan(String aggregate, Way way) {
        plans.put(aggregate, way);
    }

    /** Whether the plan has met nobody. */
    boolean cancel(String aggregate) {
        return plans.remove(aggregate) != null;
    }

    @EventHandler
    void on(TradeEvent event) {
        meet(event.trade().value());
    }

    @EventHandler
    void on(ListingEvent event, DomainEventMessage<?> message) {
        meet(message.getAggregateIdentifier());
    }

    @EventHandler
    void on(ProductEvent event, DomainEventMessage<?> message) {
        meet(message.getAggregateIdentifier());
    }

    @EventHandler
    void on(ParticipantEvent event, DomainEventMessage<?> message) {
        meet(message.getAggregateIdentifier());
    }

    @EventHandler
    void on(ObligationEvent event) {
        meet(event.obligation().value());
        if (event instanceof ObligationIncurred incurred && incurred.duty().comesFromARecall()) {
            var trade = incurred.duty().concern().trade();
            if (trade != null) meet(calledBack(trade.value()));
        }
    }

    @EventHandler
    void on(RecallEvent event) {
        meet(event.recall().value());
    }

    @EventHandler
    void on(WatchEvent event, DomainEventMessage<?> message) {
        meet(watched(message.getAggregateIdentifier()));
    }

    /** Stands for what a recall asks about a trade. */
    static String calledBack(String trade) {
        return trade + " called back";
    }

    /** Stands for what the law says of a trade afterwards. */
    static String watched(String trade) {
        return trade + " watched";
    }

    private void meet(String aggregate) {
        var way = plans.remove(aggregate);
        if (way == null) return;
        if (way == Way.BOARD_FAILS) throw new IllegalStateException("the board is broken");
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                try {
                    // The window in which the command is done and its transaction is not.
                    Thread.sleep(ThreadLocalRandom.current().nextInt(1, 12));
                    end(way);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        });
    }

    private void end(Way way) throws InterruptedException {
        var mine = DataSourceUtils.getConnection(database);
        try {
            switch (way) {
                case IN_PEACE, BOARD_FAILS -> {}
                case CONNECTION_LOST -> kill(id(mine));
                case LOST_WHILE_COMMITTING -> {
                    var id = id(mine);
                    Thread.startVirtualThread(() -> kill(id));
                }
                case DEADLOCK -> deadlock(mine);
                case LOCK_WAIT -> waitInVain(mine);
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("sabotage", null, e);
        }
    }

    private static long id(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select connection_id()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void kill(long id) {
        try (var other = database.getConnection();
                var statement = other.createStatement()) {
            statement.execute("kill " + id);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Of two, the database ends the one that has written less. */
    private void deadlock(Connection mine) throws SQLException, InterruptedException {
        var names = rows();
        var partnerHas = new CountDownLatch(1);
        var iHave = new CountDownLatch(1);
        var partner = Thread.startVirtualThread(() -> alone(statement -> {
            for (int i = 0; i < MUCH; i++) statement.executeUpdate(INSERT.formatted(names.name() + "-" + i));
            statement.executeUpdate(UPDATE.formatted(names.other()));
            partnerHas.countDown();
            iHave.await(5, TimeUnit.SECONDS);
            statement.executeUpdate(UPDATE.formatted(names.one()));
        }));
        partnerHas.await(5, TimeUnit.SECONDS);
        try (var statement = mine.createStatement()) {
            statement.executeUpdate(UPDATE.formatted(names.one()));
            iHave.countDown();
            statement.executeUpdate(UPDATE.formatted(names.other()));
        } finally {
            partner.join();
        }
    }

    private void waitInVain(Connection mine) throws SQLException, InterruptedException {
        var chance = ThreadLocalRandom.current();
        var names = rows();
        var held = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        var partner = Thread.startVirtualThread(() -> alone(statement -> {
            statement.executeUpdate(UPDATE.formatted(names.one()));
            held.countDown();
            enough.await(20, TimeUnit.SECONDS);
        }));
        held.await(5, TimeUnit.SECONDS);
        try (var statement = mine.createStatement()) {
            // Mostly not at all: the database says the same, and a second each time would be most of a run.
            statement.execute("set session innodb_lock_wait_timeout = " + (chance.nextInt(20) == 0 ? 1 : 0));
            try {
                statement.executeUpdate(UPDATE.formatted(names.one()));
            } finally {
                statement.execute("set session innodb_lock_wait_timeout = 5");
            }
        } finally {
            enough.countDown();
            partner.join();
        }
    }

    private record Rows(String name) {

        String one() {
            return name + "-one";
        }

        String other() {
            return name + "-other";
        }
    }

    private Rows rows() throws SQLException {
        var rows = new Rows(UUID.randomUUID().toString().substring(0, 20));
        try (var other = database.getConnection();
                var statement = other.createStatement()) {
            statement.executeUpdate(INSERT.formatted(rows.one()));
            statement.executeUpdate(INSERT.formatted(rows.other()));
        }
        return rows;
    }

    private interface Work {
        void on(Statement statement) throws SQLException, InterruptedException;
    }

    /** In a transaction of its own that is rolled back. */
    private void alone(Work work) {
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                work.on(statement);
            } finally {
                other.rollback();
                other.setAutoCommit(true);
            }
        } catch (SQLException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
