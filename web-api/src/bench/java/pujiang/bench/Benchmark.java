package pujiang.bench;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** Runs everything, one after the other, and prints a table for docs/benchmarks.md. */
final class Benchmark {

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
            if (!Boolean.getBoolean("bench.tradesOnly")) Micro.run(benchmark.report);
            benchmark.report.print();
        } finally {
            FileSystemUtils.deleteRecursively(benchmark.data);
        }
    }

    /** First from nothing, then again with what is there; the second one trades. */
    private void start() throws Exception {
        try (var first = Exchange.start(jar, data)) {
            started("first start, server unpacked and tables made", first);
        }
        // For a profile of the run: -Dbench.options=-XX:StartFlightRecording=...
        var options = System.getProperty("bench.options", "");
        try (var exchange = Exchange.start(jar, data, options.isEmpty() ? new String[0] : options.split(" "))) {
            started("restart", exchange);
            Trading.run(exchange, report);
            report.row("heap high-water mark (-Xmx512m)", "%d MB".formatted(exchange.heapHighWaterMegabytes()));
            report.row("resident high-water mark", "%d MB".formatted(exchange.residentHighWaterMegabytes()));
        }
    }

    private void started(String how, Exchange exchange) {
        report.row(how + ", until the first answer", "%.1f s".formatted(seconds(exchange.start())));
        Report.progress("%s: %.1f s until the first answer".formatted(how, seconds(exchange.start())));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
