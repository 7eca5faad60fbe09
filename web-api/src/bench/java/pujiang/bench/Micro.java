package pujiang.bench;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What one core does in process, measured by JMH. */
final class Micro {

    private static final Map<String, String> NAMES = new TreeMap<>(Map.of(
            "Decisions.allow", "Drools decisions on one core, ALLOW",
            "Decisions.deny", "Drools decisions on one core, DENY with findings",
            "Decisions.explain", "the same DENY with every rule explained, why and why not",
            "Decisions.fix", "nearest fix of the same DENY",
            "Signatures.receipt", "receipts on one core, SM2 and Ed25519",
            "Signatures.peerSm2", "SM2 alone by Bouncy Castle's provider",
            "Signatures.peerEd25519", "Ed25519 alone by the JDK"));

    private Micro() {}

    static void run(Report report) {
        NAMES.forEach((benchmark, what) -> {
            var score = measure(benchmark).iterator().next().getPrimaryResult();
            report.row(what, "%,.0f/s ± %,.0f".formatted(score.getScore(), score.getScoreError()));
            Report.progress("%s: %,.0f/s".formatted(what, score.getScore()));
        });
    }

    /** One thread, and a collector that uses no other. */
    private static Collection<RunResult> measure(String benchmark) {
        var options = new OptionsBuilder()
                .include("^pujiang\\.bench\\." + benchmark.replace(".", "\\.") + "$")
                .mode(Mode.Throughput)
                .forks(1)
                .threads(1)
                .warmupIterations(10)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xmx256m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            return new Runner(options).run();
        } catch (RunnerException e) {
            throw new IllegalStateException(benchmark, e);
        }
    }
}
