package pujiang.host.wiring;

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
import pujiang.host.PujiangApplication;
import pujiang.host.fsck.FsckCommand;
import pujiang.web.FreshDataFolder;

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

    /** One story, because each start takes its time: the power fails, then the exchange alone is killed. */
    @Test
    void whatWasAcknowledgedIsThereHoweverItWasKilledAndThenItStopsCleanly() throws Exception {
        var first = start("first", "demo");
        awaitLine(first, "certificate 凭证  demo-air");
        killAll(first);

        var second = start("second");
        awaitLine(second, "listening at");
        hasWhatWasAcknowledged(signIn(second));
        isRefusedBeside(second);

        second.process().destroyForcibly().waitFor();
        var leftBehind = DatabaseProcess.runningWith(files);
        assertThat(leftBehind).hasSize(1);

        var last = start("last");
        awaitLine(last, "listening at");
        // Its keeper ends it, or the next start does, whoever is first.
        assertThat(last.lines())
                .anyMatch(line -> line.contains("0 migrations applied"))
                .noneMatch(line -> line.contains("first start"));
        assertThat(leftBehind.getFirst().alive()).isFalse();
        assertThat(DatabaseProcess.runningWith(files)).hasSize(1);

        last.process().destroy();
        assertThat(last.process().waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
        assertThat(DatabaseProcess.runningWith(files)).isEmpty();
        assertThat(Files.readString(files.log())).contains("Shutdown complete");
        isCleanAtRest();
    }

    /** The server is started for the check and stopped after it. */
    private void isCleanAtRest() {
        var told = new ArrayList<String>();
        var fsck = new FsckCommand(told::add, Progress.onErrorStream());

        assertThat(fsck.run(Stream.of(folders).map(folder -> "--" + folder).toList()))
                .as(String.join("\n", told))
                .isZero();
        assertThat(DatabaseProcess.runningWith(files)).isEmpty();
    }

    /** The exchange and its database die in the moment after the last answer, as when the power fails. */
    private void killAll(Run run) throws Exception {
        run.process().destroyForcibly().waitFor();
        for (var database : DatabaseProcess.runningWith(files)) {
            database.handle().destroyForcibly();
            database.handle().onExit().get(1, TimeUnit.MINUTES);
        }
    }

    private static void hasWhatWasAcknowledged(Operator operator) throws Exception {
        assertThat(operator.path("/trades/demo-air").path("state").asString()).isEqualTo("completed");
        assertThat(operator.path("/trades/demo-air/events").valueStream().map(event -> event.path("name")
                        .asString()))
                .containsExactly(
                        "trade.agreed",
                        "trade.delivery-made",
                        "trade.delivery-collected",
                        "trade.delivery-accepted",
                        "trade.settled",
                        "trade.certificate-issued");
        assertThat(operator.path("/accounts/jingan-air-lab")
                        .at("/earned/amount")
                        .asString())
                .isEqualTo("4875.00");
        assertThat(operator.path("/accounts/river-analytics")
                        .at("/available/amount")
                        .asString())
                .isEqualTo("15000.00");
        assertThat(operator.path("/ledger/trial-balance").path("outOfStep")).isEmpty();
        assertThat(operator.verified("/trades/demo-air/receipt")).isTrue();
        assertThat(operator.verified("/trades/demo-air/certificate")).isTrue();
    }

    private void isRefusedBeside(Run running) throws Exception {
        var refused = start("refused");
        assertThat(refused.process().waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
        assertThat(refused.process().exitValue()).isEqualTo(1);
        assertThat(refused.lines())
                .filteredOn(line -> line.startsWith("Cannot start: "))
                .singleElement()
                .asString()
                .contains("in use by another exchange (process "
                        + running.process().pid() + ")");
        assertThat(refused.lines()).noneMatch(line -> line.startsWith("\tat "));
    }

    private record Run(Process process, Path output) {

        List<String> lines() throws IOException {
            return Files.readAllLines(output, UTF_8);
        }
    }

    private Run start(String name, String... arguments) throws IOException {
        var output = Path.of("target", "start-and-stop-" + name + ".log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.concat(
                Stream.of(
                        java,
                        // None lives long enough for the whole compiler to be worth its time.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PujiangApplication.class.getName(),
                        "--server.port=0"),
                Stream.concat(Stream.of(folders).map(property -> "--" + property), Stream.of(arguments)));
        var process = new ProcessBuilder(command.toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        started.add(process);
        return new Run(process, output);
    }

    private Operator signIn(Run run) throws Exception {
        var address = run.lines().stream()
                .filter(line -> line.contains("listening at"))
                .map(line -> line.substring(line.indexOf("http")))
                .findFirst()
                .orElseThrow();
        var password = Files.readString(folder(folders[0]).resolve("secrets").resolve("password-operator"))
                .strip();
        return Operator.signedIn(address + "/api/v1", password);
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
