package pujiang.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import pujiang.app.start.DataFolder;
import pujiang.host.PujiangApplication;
import pujiang.web.FreshDataFolder;

/**
 * What a document tells its reader to type is typed here: all {@code sh} blocks of a document that use curl, in order,
 * in one shell, to an exchange on which the demo has been played. EXCHANGE is its address and DATA its folder.
 */
@SpringBootTest(
        classes = PujiangApplication.class,
        args = "demo",
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.main.banner-mode=off")
@ContextConfiguration(initializers = FreshDataFolder.class)
class DocumentedRequestsTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final int PATIENCE_SECONDS = 120;

    @LocalServerPort
    private int port;

    @Autowired
    private DataFolder data;

    static Stream<Path> documents() {
        return House.documents().filter(document -> !requests(document).isEmpty());
    }

    @Test
    void theReadmeShowsATradeThatCanBeTyped() {
        assertThat(requests(README)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatADocumentTellsToTypeWorks(Path document) throws Exception {
        var folder = emptyFolder(document);
        var told = folder.resolve("told.txt").toFile();
        var script = Files.writeString(folder.resolve("typed.sh"), String.join("\n", requests(document)));
        var shell = new ProcessBuilder("/bin/sh", "-eu", script.toString()).directory(folder.toFile());
        shell.environment().put("EXCHANGE", "http://localhost:" + port);
        shell.environment().put("DATA", data.root().toString());
        var typed = shell.redirectErrorStream(true).redirectOutput(told).start();
        try {
            assertThat(typed.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as(Files.readString(told.toPath()))
                    .isTrue();
            assertThat(typed.exitValue()).as(Files.readString(told.toPath())).isZero();
        } finally {
            typed.destroy();
        }
    }

    /** It looks like the top of the repository, and what is written there stays there. */
    private static Path emptyFolder(Path document) throws IOException {
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), document.getFileName() + "-");
        for (var module : House.MODULES) Files.createSymbolicLink(folder.resolve(module), House.ROOT.resolve(module));
        return folder;
    }

    private static List<String> requests(Path document) {
        return SHELL.matcher(House.read(document))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains("curl"))
                .toList();
    }
}
