package pujiang.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
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

    private static final List<String> QUESTIONS =
            List.of("Decisions.allow", "Decisions.deny", "Decisions.explain", "Decisions.fix");

    private static final int CATALOGUE = 90;

    private Micro() {}

    static void run(Report report) {
        NAMES.forEach((benchmark, what) -> {
            var score = measure(throughput(benchmark)).iterator().next().getPrimaryResult();
            report.row(what, "%,.0f/s ± %,.0f".formatted(score.getScore(), score.getScoreError()));
            Report.progress("%s: %,.0f/s".formatted(what, score.getScore()));
        });
    }

    /** Single answers, the slow ones among them; more rules; the start. */
    static void ofTheLaw(Report report) {
        for (var benchmark : QUESTIONS) {
            var times = measure(in(Mode.SampleTime, benchmark).timeUnit(TimeUnit.MICROSECONDS))
                    .iterator()
                    .next()
                    .getPrimaryResult()
                    .getStatistics();
            report.row(
                    NAMES.get(benchmark) + ", p50 / p99 / p99.9",
                    "%,.0f / %,.0f / %,.0f µs"
                            .formatted(times.getPercentile(50), times.getPercentile(99), times.getPercentile(99.9)));
            Report.progress("%s: p99 %,.0f µs".formatted(benchmark, times.getPercentile(99)));
        }
        for (var result : measure(throughput("Growth.allow").jvmArgs(jvm("-Xmx1g")))) {
            var rules = CATALOGUE * Integer.parseInt(result.getParams().getParam("copies"));
            var score = result.getPrimaryResult();
            report.row(
                    "decisions of %d rules, ALLOW".formatted(rules),
                    "%,.0f/s ± %,.0f".formatted(score.getScore(), score.getScoreError()));
            Report.progress("%d rules: %,.0f/s".formatted(rules, score.getScore()));
        }
        compiling(report, "Compiling.own", "compiling the book, cold, until it answers (best of five)");
        compiling(report, "Compiling.tenfold", "the same with ten times the rules, read as a draft");
    }

    /** As at a start: both cores, and nothing warm. */
    private static void compiling(Report report, String benchmark, String what) {
        var best = measure(in(Mode.SingleShotTime, benchmark)
                        .timeUnit(TimeUnit.MILLISECONDS)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .forks(5)
                        .jvmArgs("-Xmx1g", "--sun-misc-unsafe-memory-access=allow"))
                .iterator()
                .next()
                .getPrimaryResult()
                .getStatistics()
                .getMin();
        report.row(what, "%,.0f ms".formatted(best));
        Report.progress("%s: %,.0f ms".formatted(what, best));
    }

    private static ChainedOptionsBuilder throughput(String benchmark) {
        return in(Mode.Throughput, benchmark);
    }

    /** One thread, and a collector that uses no other. A mode that is set later would be measured as well, not instead. */
    private static ChainedOptionsBuilder in(Mode mode, String benchmark) {
        return new OptionsBuilder()
                .include("^pujiang\\.bench\\." + benchmark.replace(".", "\\.") + "$")
                .mode(mode)
                .forks(1)
                .threads(1)
                .warmupIterations(10)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs(jvm("-Xmx256m"))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private static String[] jvm(String heap) {
        return new String[] {heap, "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow"};
    }

    private static Collection<RunResult> measure(ChainedOptionsBuilder options) {
        try {
            return new Runner(options.build()).run();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
