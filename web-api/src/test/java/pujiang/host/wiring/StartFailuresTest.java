package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import pujiang.app.start.DataFolder;
import pujiang.host.PujiangApplication;
import pujiang.web.ExchangeTest;
import pujiang.web.FreshDataFolder;

/** What can go wrong at the start is told in one line that names its cause and its mend. */
@ExchangeTest
@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTest {

    @Autowired
    EmbeddedDatabase running;

    @Autowired
    DataFolder inUse;

    @Autowired
    Environment environment;

    @Test
    void theFolderIsInUse(CapturedOutput output) {
        fails("pujiang.data=" + inUse.root());
        tells(output, inUse.root() + " is in use by another exchange", "set pujiang.data to another folder");
    }

    @Test
    void theFolderCannotBeWritten(CapturedOutput output, @TempDir Path somewhere) throws IOException {
        var file = Files.createFile(somewhere.resolve("a-file"));
        fails("pujiang.data=" + file.resolve("data"));
        tells(output, file + "/data cannot be written", "pujiang.data");
    }

    @Test
    void thePortIsTaken(CapturedOutput output, @TempDir Path withTheSameKeys) throws IOException {
        var port = environment.getRequiredProperty("local.server.port");
        var keys = Files.createDirectories(withTheSameKeys.resolve("secrets")).resolve("signing-keys");
        Files.copy(inUse.secrets().resolve("signing-keys"), keys);
        fails(given(
                running.getJdbcUrl(),
                running.getUsername(),
                running.getPassword(),
                "server.port=" + port,
                "pujiang.data=" + withTheSameKeys));
        tells(output, "port " + port + " is taken", "--server.port=");
    }

    @Test
    void theDatabaseWasBegunWithOtherKeys(CapturedOutput output) {
        fails(given(running.getJdbcUrl(), running.getUsername(), running.getPassword(), aFreshFolder()));
        tells(output, "belongs to an exchange that signs with key", "copy that file");
    }

    @Test
    void theDatabaseCannotBeReached(CapturedOutput output) throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        fails(given("jdbc:mysql://127.0.0.1:" + nobody + "/pujiang?user=x&password=hidden", "x", "y", aFreshFolder()));
        tells(output, "jdbc:mysql://127.0.0.1:" + nobody + "/pujiang cannot be reached", "spring.datasource.url");
        assertThat(output.getAll()).doesNotContain("hidden");
    }

    @Test
    void thePasswordIsWrong(CapturedOutput output) {
        fails(given(running.getJdbcUrl(), running.getUsername(), "wrong", aFreshFolder()));
        tells(output, "refuses the user or password", "spring.datasource.password");
    }

    @Test
    void theDatabaseIsNotTheUsersOrDoesNotExist(CapturedOutput output) {
        fails(given(
                running.getJdbcUrl().replace("/pujiang", "/other"),
                running.getUsername(),
                running.getPassword(),
                aFreshFolder()));
        tells(output, "lacks a right in", "grant it all privileges");
    }

    private static String[] given(String url, String user, String password, String... more) {
        return Stream.concat(
                        Stream.of(
                                "spring.datasource.url=" + url,
                                "spring.datasource.username=" + user,
                                "spring.datasource.password=" + password),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private static String aFreshFolder() {
        return FreshDataFolder.properties()[0];
    }

    private static void fails(String... properties) {
        var arguments = Stream.concat(Stream.of("spring.main.banner-mode=off"), Stream.of(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new);
        assertThatThrownBy(() -> SpringApplication.run(PujiangApplication.class, arguments)
                        .close())
                .isInstanceOf(RuntimeException.class);
    }

    private static void tells(CapturedOutput output, String cause, String mend) {
        assertThat(output.getErr().lines().filter(line -> line.startsWith("Cannot start: ")))
                .singleElement()
                .asString()
                .contains(cause, mend, "| 无法启动：");
        assertThat(output.getAll().lines()).noneMatch(line -> line.startsWith("\tat "));
    }
}
