package pujiang.host.wiring;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that ends the database once its exchange is gone, however that went: it waits at the end of a pipe that the
 * exchange holds open, and a killed process holds nothing open. Where there is no POSIX shell (Windows) a database that is
 * left behind stays until the exchange is started again.
 */
record DatabaseKeeper(Process process, OutputStream open) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseKeeper.class);

    private static final Path SHELL = Path.of("/bin/sh");

    /** A process id may have gone to another program meanwhile: only a server with these settings is ended. */
    private static final String SCRIPT =
            """
            trap '' INT HUP
            read -r said
            [ "$said" = over ] && exit 0
            case "$(ps -o args= -p "$1")" in *"$2"*) kill "$1" ;; esac
            """;

    private static final String OVER = "over\n";

    /** @return null where there is no shell, or none can be run: the exchange runs all the same */
    static @Nullable DatabaseKeeper of(ProcessHandle database, DatabaseFiles files) {
        if (!Files.isExecutable(SHELL)) return null;
        var pid = String.valueOf(database.pid());
        try {
            var process = new ProcessBuilder(
                            List.of(SHELL.toString(), "-c", SCRIPT, "pujiang-database-keeper", pid, files.mark()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new DatabaseKeeper(process, process.getOutputStream());
        } catch (IOException e) {
            LOG.warn("The embedded database will not be stopped if this exchange is killed: {}", e.getMessage());
            return null;
        }
    }

    /** The database has ended, or is about to. */
    @Override
    public void close() {
        try (open) {
            open.write(OVER.getBytes(US_ASCII));
        } catch (IOException _) {
            // It has ended by itself.
        }
    }
}
