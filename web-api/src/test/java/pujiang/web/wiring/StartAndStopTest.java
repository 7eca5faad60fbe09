package pujiang.web.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pujiang.web.FreshDataFolder;
import pujiang.web.PujiangApplication;

/** The program as its operator meets it: processes that start, end, and are killed. */
class StartAndStopTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String[] folders = FreshDataFolder.properties();
    private final DatabaseFiles files = new DatabaseFiles(folder(folders[0]).resolve("database"));
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void leaveNothingBehind() {
        started.forEach(Process::destroyForcibly);
        DatabaseProcess.runningWith(files).forEach(left -> left.stop(PATIENCE));
    }

    @Test
    void aKilledExchangeStartsAgainOnItsDataAndThenStopsCleanly() throws Exception {
        var first = start("first");
        awaitLine(first, "listening at");

        var second = start("second");
        assertThat(second.process().waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
        assertThat(second.process().exitValue()).isEqualTo(1);
        assertThat(second.lines())
                .filteredOn(line -> line.startsWith("Cannot start: "))
                .singleElement()
                .asString()
                .contains(
                        "in use by another exchange (process " + first.process().pid() + ")");
        assertThat(second.lines()).noneMatch(line -> line.startsWith("\tat "));

        first.process().destroyForcibly().waitFor();
        var leftBehind = DatabaseProcess.runningWith(files);
        assertThat(leftBehind).hasSize(1);

        var third = start("third");
        awaitLine(third, "listening at");
        assertThat(third.lines())
                .anyMatch(line -> line.contains("ending the server (process "
                        + leftBehind.getFirst().handle().pid()))
                .anyMatch(line -> line.contains("0 migrations applied"))
                .noneMatch(line -> line.contains("first start"));
        assertThat(leftBehind.getFirst().alive()).isFalse();
        assertThat(DatabaseProcess.runningWith(files)).hasSize(1);

        third.process().destroy();
        assertThat(third.process().waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
        assertThat(DatabaseProcess.runningWith(files)).isEmpty();
        assertThat(Files.readString(files.log())).contains("Shutdown complete");
    }

    private record Run(Process process, Path output) {

        List<String> lines() throws IOException {
            return Files.readAllLines(output, UTF_8);
        }
    }

    private Run start(String name) throws IOException {
        var output = Path.of("target", "start-and-stop-" + name + ".log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.concat(
                Stream.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        PujiangApplication.class.getName(),
                        "--server.port=0"),
                Stream.of(folders).map(property -> "--" + property));
        var process = new ProcessBuilder(command.toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        started.add(process);
        return new Run(process, output);
    }

    private static void awaitLine(Run run, String wanted) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (run.lines().stream().noneMatch(line -> line.contains(wanted))) {
            assertThat(run.process().isAlive())
                    .as("%s ended: %s", wanted, run.lines())
                    .isTrue();
            assertThat(System.nanoTime()).as("waited too long: %s", run.lines()).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    private static Path folder(String property) {
        return Path.of(property.substring(property.indexOf('=') + 1));
    }
}
