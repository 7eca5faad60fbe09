package pujiang.bench;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import pujiang.bench.Trader.Step;

/** Runs everything, one after the other, and prints a table for docs/benchmarks.md. */
final class Benchmark {

    private static final int CLIENTS = Integer.getInteger("bench.clients", 16);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmUp", 25));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("bench.measured", 30));
    private static final Duration LIMIT_WARM_UP = Duration.ofSeconds(4);
    private static final Duration LIMIT_MEASURED = Duration.ofSeconds(15);

    private final Report report = new Report();
    private final Path jar;
    private final Path data;

    private Benchmark(Path jar, Path data) {
        this.jar = jar;
        this.data = data;
    }

    /** @param arguments the packaged exchange, and a folder that may be emptied */
    public static void main(String... arguments) throws Exception {
        var benchmark =
                new Benchmark(Path.of(arguments[0]), Path.of(arguments[1]).toAbsolutePath());
        FileSystemUtils.deleteRecursively(benchmark.data);
        try {
            benchmark.start();
            if (!Boolean.getBoolean("bench.http.only")) Micro.run(benchmark.report);
            benchmark.report.print();
        } finally {
            FileSystemUtils.deleteRecursively(benchmark.data);
        }
    }

    /** First from nothing, then again with what is there; the second one trades. */
    private void start() throws Exception {
        try (var first = Exchange.start(jar, data)) {
            report.row("first start, server unpacked and tables made", "%.1f s", seconds(first.start()));
            Report.progress("first start: %.1f s until the first answer", seconds(first.start()));
        }
        var options =
                Stream.of(System.getProperty("bench.options", "").split(" ")).filter(option -> !option.isBlank());
        try (var exchange = Exchange.start(jar, data, options.toArray(String[]::new))) {
            report.row("restart", "%.1f s", seconds(exchange.start()));
            Report.progress("restart: %.1f s until the first answer", seconds(exchange.start()));
            trade(exchange);
            report.row("heap high-water mark (-Xmx512m)", "%d MB", exchange.heapHighWaterMegabytes());
            report.row("resident high-water mark", "%d MB", exchange.residentHighWaterMegabytes());
        }
    }

    private void trade(Exchange exchange) throws Exception {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var fair = Fair.opened(http, exchange.address(), exchange.secret("password-operator"), CLIENTS);
        var traders = new ArrayList<Trader>();
        for (int i = 0; i < CLIENTS; i++) traders.add(new Trader(fair, i));
        try (http;
                var database = connect(exchange)) {
            Report.progress("%s", Counters.durability(database));
            report.row("durability", "%s", Counters.durability(database));
            play("warming up", WARM_UP, traders);
            double trades = measure(traders, database);
            double limit = limit(exchange, traders.getFirst().last());
            report.row("**whole trades of the database's own limit**", "**%.2f**", trades / limit);
            Report.progress("ratio %.2f", trades / limit);
        }
    }

    private double measure(List<Trader> traders, Connection database) throws Exception {
        var before = Counters.of(database);
        var latencies = new ArrayList<Latencies>();
        double rate = play("trading over HTTP", MEASURED, traders, latencies);
        long trades = latencies.stream().mapToLong(Latencies::wholeTrades).sum();
        report.row("**whole trades over HTTP, " + CLIENTS + " clients**", "**%.0f/s**", rate);
        for (var step : Step.values()) {
            report.row(
                    step.name().toLowerCase(java.util.Locale.ROOT) + ", p50 / p99",
                    "%.1f / %.1f ms",
                    Latencies.percentile(latencies, step, 0.50),
                    Latencies.percentile(latencies, step, 0.99));
        }
        count("a trade", Counters.of(database).since(before), trades);
        return rate;
    }

    private double limit(Exchange exchange, String pattern) throws Exception {
        var connections = new ArrayList<Connection>();
        try {
            for (int i = 0; i < CLIENTS; i++) connections.add(connect(exchange));
            var limit = Limit.of(connections.getFirst(), pattern, CLIENTS);
            var plays = new ArrayList<Rush.Play>();
            for (int i = 0; i < CLIENTS; i++) {
                connections.get(i).setAutoCommit(false);
                plays.add(limit.client(connections.get(i), i));
            }
            Rush.run("warming up plain JDBC", CLIENTS, LIMIT_WARM_UP, plays::get);
            var before = Counters.of(connections.getFirst());
            double rate = Rush.run("the same rows by plain JDBC", CLIENTS, LIMIT_MEASURED, plays::get);
            var counted = Counters.of(connections.getFirst()).since(before);
            report.row("the same rows in the same commits by plain JDBC", "%.0f/s", rate);
            count("its twin by JDBC", counted, Math.round(rate * LIMIT_MEASURED.toSeconds()));
            return rate;
        } finally {
            for (var connection : connections) connection.close();
        }
    }

    private void count(String whose, Counters counted, long trades) {
        for (var name : Stream.concat(Counters.STATEMENTS.stream(), Counters.OTHERS.stream())
                .toList()) {
            report.row(name + ", " + whose, "%.1f", counted.per(name, trades));
        }
    }

    private static void play(String what, Duration time, List<Trader> traders) throws Exception {
        play(what, time, traders, new ArrayList<>());
    }

    private static double play(String what, Duration time, List<Trader> traders, List<Latencies> latencies)
            throws Exception {
        return Rush.run(what, traders.size(), time, i -> {
            var mine = new Latencies();
            latencies.add(mine);
            return () -> traders.get(i).trade(mine);
        });
    }

    private static Connection connect(Exchange exchange) throws Exception {
        return Limit.connect(exchange.databaseUrl(), exchange.secret("database.password"));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
