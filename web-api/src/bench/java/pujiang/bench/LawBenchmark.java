package pujiang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** What the law costs: one decision, ten times the rules, a million decisions of the past. Prints a table. */
final class LawBenchmark {

    private LawBenchmark() {}

    /** @param arguments the packaged program, and a folder that may be emptied */
    public static void main(String... arguments) throws Exception {
        var data = Path.of(arguments[1]).toAbsolutePath();
        var report = new Report();
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectories(data);
        try {
            if (!Boolean.getBoolean("bench.replayOnly")) Micro.ofTheLaw(report);
            new PastTrades(Path.of(arguments[0]), data).run(report);
            report.print();
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }
}
