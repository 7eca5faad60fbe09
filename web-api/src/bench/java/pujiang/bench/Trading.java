package pujiang.bench;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pujiang.bench.Rush.Result;
import pujiang.bench.Trader.Step;

/**
 * Whole trades over HTTP, and the same rows by plain JDBC, by turns: what else the machine does meanwhile weighs on both
 * alike.
 */
final class Trading {

    private static final int CLIENTS = Integer.getInteger("bench.clients", 16);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmUp", 240));
    private static final Duration LIMIT_WARM_UP = Duration.ofSeconds(4);
    private static final Duration CAUGHT_UP = Duration.ofSeconds(2);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final Duration LIMIT_ROUND = Duration.ofSeconds(10);

    private final Exchange exchange;
    private final Connection database;
    private final List<Connection> connections;
    private final List<Trader> traders = new ArrayList<>();
    private final List<Latencies> latencies = new ArrayList<>();
    private final List<Rush.Play> twins = new ArrayList<>();
    private Result overHttp = Result.NONE;
    private Result byJdbc = Result.NONE;
    private Usage usedByTrades = Usage.none();
    private Usage usedByTwins = Usage.none();

    private Trading(Exchange exchange, Connection database, List<Connection> connections) {
        this.exchange = exchange;
        this.database = database;
        this.connections = connections;
    }

    static void run(Exchange exchange, Report report) throws Exception {
        var connections = new ArrayList<Connection>();
        try (var database = connect(exchange)) {
            for (int i = 0; i < CLIENTS; i++) connections.add(connect(exchange));
            report.row("durability", Counters.durability(database));
            var trading = new Trading(exchange, database, connections);
            trading.warmUp(Fair.opened(exchange.address(), exchange.secret("password-operator"), CLIENTS));
            for (int round = 0; round < ROUNDS; round++) trading.round();
            trading.report(report);
        } finally {
            for (var connection : connections) connection.close();
        }
    }

    private void warmUp(Fair fair) throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            traders.add(new Trader(fair, i));
            latencies.add(new Latencies());
        }
        Rush.run("warming up", CLIENTS, WARM_UP, i -> () -> traders.get(i).trade(new Latencies()));
        // What is written behind a trade has come by then.
        Thread.sleep(CAUGHT_UP);
        var limit = Limit.of(database, traders.getFirst().last(), CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            connections.get(i).setAutoCommit(false);
            twins.add(limit.client(connections.get(i), i));
        }
        Rush.run("warming up plain JDBC", CLIENTS, LIMIT_WARM_UP, twins::get);
    }

    private void round() throws Exception {
        var before = Usage.of(exchange, database);
        var trades = Rush.run(
                "trading over HTTP", CLIENTS, ROUND, i -> () -> traders.get(i).trade(latencies.get(i)));
        var between = Usage.of(exchange, database);
        var rows = Rush.run("the same rows by plain JDBC", CLIENTS, LIMIT_ROUND, twins::get);
        usedByTrades = usedByTrades.plus(between.since(before));
        usedByTwins = usedByTwins.plus(Usage.of(exchange, database).since(between));
        overHttp = overHttp.plus(trades);
        byJdbc = byJdbc.plus(rows);
    }

    private void report(Report report) {
        report.row("**whole trades over HTTP, " + CLIENTS + " clients**", "**%.0f/s**".formatted(overHttp.rate()));
        report.row("the same rows in the same commits by plain JDBC", "%.0f/s".formatted(byJdbc.rate()));
        report.row("**share of the database's own limit**", "**%.2f**".formatted(overHttp.rate() / byJdbc.rate()));
        for (var step : Step.values()) {
            report.row(
                    step.name().toLowerCase(Locale.ROOT) + ", p50 / p99",
                    "%.1f / %.1f ms"
                            .formatted(
                                    Latencies.percentile(latencies, step, 0.50),
                                    Latencies.percentile(latencies, step, 0.99)));
        }
        usedByTrades.report(report, "a trade", overHttp.trades());
        usedByTwins.report(report, "its twin by JDBC", byJdbc.trades());
        Report.progress("share of the limit: %.2f".formatted(overHttp.rate() / byJdbc.rate()));
    }

    private static Connection connect(Exchange exchange) throws Exception {
        return Limit.connect(exchange.databaseUrl(), exchange.secret("database.password"));
    }
}
