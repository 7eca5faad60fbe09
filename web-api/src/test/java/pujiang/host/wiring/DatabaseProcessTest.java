package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the processes that name a data folder, only its own server is one that an exchange may end. */
class DatabaseProcessTest {

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whoMerelyNamesItsSettingsIsLeftAlone() throws Exception {
        var files = new DatabaseFiles(folder);
        var backup = new ProcessBuilder("sh", "-c", "read wait", "sh", files.mark()).start();
        try {
            assertThat(backup.info().commandLine().orElse("")).contains(files.mark());
            assertThat(DatabaseProcess.runningWith(files)).isEmpty();
        } finally {
            backup.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "/data/database/mariadb-11.4.5-linux64/bin/mariadbd, MARK, true",
        "/data/database/mariadb-11.4.5-linux64/bin/mariadbd, MARK --bootstrap, true",
        "/data/database/mariadb-11.4.4-linux64/bin/mariadbd (deleted), MARK, true",
        "C:\\data\\bin\\mysqld.exe, MARK, true",
        "/usr/bin/mariadbd, MARK.of-another-folder, false",
        "/usr/bin/mariadbd, --no-defaults MARK, false",
        "/usr/bin/mariadb-dump, MARK, false",
        "/usr/bin/not-mysqld, MARK, false",
        "/usr/bin/vim, MARK, false",
        "/usr/bin/mariadbd, '', false",
        "'', MARK, false"
    })
    void aServerIsKnownByItsProgramAndItsFirstArgument(String command, String arguments, boolean server) {
        var files = new DatabaseFiles(folder);
        var list = Arrays.asList(arguments.replace("MARK", files.mark()).split(" ", -1));

        assertThat(DatabaseProcess.isServer(command, list, files)).isEqualTo(server);
    }
}
