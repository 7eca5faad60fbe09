package pujiang.app.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.app.evaluate.LawSettings;
import pujiang.app.trial.Message.Compiled;

/** What a draft reaches that runs any Java it likes, under each confinement that this machine has: as it is stated. */
@Execution(ExecutionMode.CONCURRENT)
class ConfinementTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofSeconds(3);

    /** Of a step: a machine that does other things as well starts a program in it. */
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor();
    private static final Map<Confinement, Boolean> HERE = new EnumMap<>(Confinement.class);
    private static TrialKit kit;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void aKit() throws Exception {
        kit = TrialKit.unpacked();
        // Whoever may not read a file shall be kept from it by its confinement, and not by a folder of the test.
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        for (var each : Confinement.values())
            HERE.put(each, each == Confinement.NONE || each.works(empty("probe" + each)));
        System.out.println("confinements on this machine: " + HERE);
    }

    @AfterAll
    static void noMore() {
        kit.delete();
        CLOCK.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfTheExchangeIsReadOnlyWhereThatIsStated(Confinement confinement) throws Exception {
        var data = Files.createDirectories(folder.resolve("data-" + confinement));
        var secret = Files.writeString(data.resolve("secret"), "the key");
        var told = told(confinement, "read", secret.toString());

        if (confinement == Confinement.OWN_ROOT) assertThat(told).contains("NoSuchFileException");
        else assertThat(told).isEqualTo("read the key");
    }

    /** Its folder belongs to root alone, as the data folder of an exchange does that runs as root. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFolderOfRootIsClosedToADraft(Confinement confinement) throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        var data = Files.createTempDirectory(folder, "data");
        var secret = Files.writeString(data.resolve("secret"), "the key");

        assertThat(told(confinement, "read", secret.toString()))
                .startsWith("no: ")
                .doesNotContain("the key");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void nothingIsWritten(Confinement confinement) throws Exception {
        var file = Path.of(
                System.getProperty("java.io.tmpdir"),
                "ran-" + confinement + "-" + ProcessHandle.current().pid());

        assertThat(told(confinement, "write", file.toString())).startsWith("no: ");
        if (Files.exists(file)) assertThat(file).isEmptyFile();
        Files.deleteIfExists(file);
    }

    @ParameterizedTest
    @EnumSource
    void noOtherMachineIsReachedUnlessThatIsStated(Confinement confinement) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var told = told(confinement, "connect", String.valueOf(server.getLocalPort()));

            if (confinement.unbounded().contains("the network"))
                assertThat(told).isEqualTo("connected true");
            else assertThat(told).startsWith("no: ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfTheEnvironmentIsSeen(Confinement confinement) throws Exception {
        assertThat(System.getenv()).as("there is something to be seen").containsKey("HOME");

        assertThat(told(confinement, "environment", "")).contains("LC_ALL").doesNotContain("HOME");
    }

    @ParameterizedTest
    @EnumSource
    void memoryWithoutEndIsAFaultOfItsDraft(Confinement confinement) {
        assertThatThrownBy(() -> told(confinement, "allocate", ""))
                .isInstanceOf(TrialFailed.class)
                .hasMessageContaining("more memory than a trial may use (384m)");
    }

    /** What it has started is seen to run before: what never began ends of itself. */
    @ParameterizedTest
    @EnumSource
    void whatLoopsForEverIsEndedAtItsLimitWithAllThatItHasStarted(Confinement confinement) throws Exception {
        assumeThat(HERE).containsEntry(confinement, true);
        var seconds = "%d.%d"
                .formatted(
                        1_000 + confinement.name().length(),
                        ProcessHandle.current().pid());
        try (var process = start(confinement, LONG);
                var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            var book = Message.bytes(HostileProgram.told("start", seconds));
            var asked = asking.submit(() -> process.ask(TrialStep.BOOK, book, LIMIT));
            while (!isRunning(seconds)) {
                assertThat(asked.isDone())
                        .as("ended before it had started anything")
                        .isFalse();
                Thread.sleep(50);
            }
            assertThatThrownBy(asked::get).hasCauseInstanceOf(TrialLate.class);
            assertThat(process.isAlive()).isFalse();
        }
        for (int attempt = 0; attempt < 100 && isRunning(seconds); attempt++) Thread.sleep(50);

        assertThat(isRunning(seconds)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whoNeverLooksAtItsInputEndsWithItsLife(Confinement confinement) throws IOException {
        assumeThat(HERE).containsEntry(confinement, true);
        try (var process = start(confinement, SHORT)) {
            assertThatThrownBy(() -> process.ask(TrialStep.BOOK, Message.bytes(HostileProgram.told("sleep", "")), LONG))
                    .isInstanceOf(TrialFailed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "two gigabytes",
                "less than nothing",
                "half a message",
                "no JSON",
                "something unknown",
                "something missing",
                "faults that are none",
                "an unknown letter",
                "end"
            })
    void whatIsNoAnswerIsAFaultOfItsDraft(String deed) throws IOException {
        var process = start(Confinement.NONE, LONG);
        try (var trial = new Trial(process, "sha-256:none", LawSettings.DEFAULT, () -> {})) {
            assertThatThrownBy(() -> trial.compile(HostileProgram.told(deed, "")))
                    .isInstanceOf(TrialFailed.class);
        }
    }

    /** However the exchange ends, its trials do. */
    @Test
    void aTrialDoesNotOutliveAKilledExchange() throws Exception {
        var exchange = new ProcessBuilder(
                        Confinement.java().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExchangeProgram.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var pids = new ArrayList<Long>();
        try (var told = new BufferedReader(new InputStreamReader(exchange.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = told.readLine(); line != null; line = told.readLine()) {
                if (line.equals(ExchangeProgram.DONE)) break;
                if (line.startsWith(ExchangeProgram.PID)) {
                    pids.add(Long.valueOf(line.substring(ExchangeProgram.PID.length())));
                }
            }
            assertThat(pids).isNotEmpty();
            exchange.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        for (int attempt = 0; attempt < 200 && pids.stream().anyMatch(ConfinementTest::isAlive); attempt++) {
            Thread.sleep(50);
        }

        assertThat(pids).noneMatch(ConfinementTest::isAlive);
    }

    @ParameterizedTest
    @CsvSource({"spring", "mysql", "mariaDB", "HikariCP", "tomcat", "shiro", "bcprov", "flyway", "logback"})
    void ofTheProgramOnlyTheRuleEngineIsThere(String other) throws IOException {
        try (var files = Files.list(kit.folder().resolve("lib"))) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .isNotEmpty()
                    .noneMatch(name -> name.startsWith(other));
        }
        assertThat(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .anyMatch(entry -> entry.contains("mysql-connector"));
    }

    private static String told(Confinement confinement, String deed, String where) throws IOException {
        assumeThat(HERE).containsEntry(confinement, true);
        try (var trial = new Trial(start(confinement, LONG), "sha-256:none", LawSettings.DEFAULT, () -> {})) {
            var _ = trial.compile(HostileProgram.told(deed, where));
            throw new AssertionError("a hostile program compiles no book: " + Compiled.class);
        } catch (TrialFailed failed) {
            var text = String.valueOf(failed.getMessage());
            if (text.contains("memory")) throw failed;
            return text;
        }
    }

    private static TrialProcess start(Confinement confinement, Duration life) throws IOException {
        var settings = new TrialSettings(TrialSettings.DEFAULT.memory(), 2, life, Confinement.NONE);
        return TrialProcess.start(HostileProgram.class.getName(), kit, confinement, LONG, settings, CLOCK);
    }

    private static Path empty(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    private static boolean isRunning(String argument) {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().commandLine().orElse("").endsWith("sleep " + argument));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
