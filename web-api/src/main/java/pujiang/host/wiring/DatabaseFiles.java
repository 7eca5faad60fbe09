package pujiang.host.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import pujiang.app.start.StartFailure;

/** The embedded server's part of the data folder: its settings, its tables and its log. */
record DatabaseFiles(Path folder) {

    private static final int LOG_LINES_TOLD = 3;

    private static final String SAME_EVERYWHERE =
            """
            # Reachable from this machine only, by password, over TCP. No socket: its path may be too long.
            bind-address=127.0.0.1
            socket=
            skip-name-resolve
            # Nothing leaves the machine, and making a certificate costs seconds at each start.
            skip-ssl
            # A commit that was answered survives a power cut.
            innodb-flush-log-at-trx-commit=1
            innodb-lock-wait-timeout=5
            table-open-cache=400
            performance-schema=off
            default-time-zone=+00:00
            # Ids and tokens are equal only when every letter is.
            character-set-server=utf8mb4
            collation-server=utf8mb4_bin
            # As strict as MySQL 8.4, so that what runs here runs there.
            sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,\
            ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION
            """;

    Path settings() {
        return folder.resolve("server.cnf");
    }

    Path tables() {
        return folder.resolve("tables");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    /** What stands on the command line of every server that was started for this folder, and of no other. */
    String mark() {
        return "--defaults-file=" + settings();
    }

    private ProcessBuilder command(DatabaseProgram program, String... more) {
        var command = Stream.concat(Stream.of(program.server().toString(), mark()), Stream.of(more));
        return new ProcessBuilder(command.toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    }

    /** Before each start, so that what a failure tells from the log is about this start. */
    void setLogAside() throws IOException {
        if (Files.exists(log())) Files.move(log(), folder.resolve("server.log.before"), REPLACE_EXISTING);
    }

    ProcessHandle start(DatabaseProgram program) {
        return started(command(program)).toHandle();
    }

    void writeSettings(DatabaseProgram program, DatabaseSettings settings, int port) throws IOException {
        // The server refuses to run as root unless it is told that this is meant.
        var user = "root".equals(System.getProperty("user.name")) ? "user=root" : "";
        var here =
                """
                # Written by the exchange at each of its starts; change pujiang.database.* instead.
                [mariadbd]
                %s
                basedir="%s"
                datadir="%s"
                lc-messages-dir="%s"
                log-error="%s"
                pid-file="%s"
                port=%d
                innodb-buffer-pool-size=%d
                """
                        .formatted(
                                user,
                                forServer(program.home()),
                                forServer(tables()),
                                forServer(program.messages()),
                                forServer(log()),
                                forServer(folder.resolve("server.pid")),
                                port,
                                settings.bufferPool().toBytes());
        OwnerOnly.write(settings(), here + SAME_EVERYWHERE);
    }

    /**
     * Makes the tables of a new server, its accounts included, before it listens for the first time: there is no moment
     * without a password. A half-made folder never gets the final name.
     */
    void createTables(DatabaseProgram program, String accounts, Duration limit)
            throws IOException, InterruptedException {
        var partial = folder.resolve("tables.partial");
        FileSystemUtils.deleteRecursively(partial);
        OwnerOnly.folder(partial);
        var process = started(command(program, "--datadir=" + partial, "--bootstrap"));
        try (var statements = process.outputWriter(UTF_8)) {
            statements.write("CREATE DATABASE mysql;\nUSE mysql;\n");
            statements.write(program.systemTables());
            statements.write(accounts);
        } catch (IOException _) {
            // It ended before it had read everything; its exit code and its log say why.
        }
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw failure("the embedded database could not be created", "内置数据库无法创建");
        }
        Files.move(partial, tables(), ATOMIC_MOVE);
    }

    private static Process started(ProcessBuilder command) {
        try {
            return command.start();
        } catch (IOException e) {
            throw new StartFailure(
                    ("the embedded database does not run on this machine (%s); "
                                    + "set spring.datasource.url to a MySQL 8.4 or MariaDB 11.4 server")
                            .formatted(e.getMessage()),
                    "内置数据库无法在本机运行；请用 spring.datasource.url 指定 MySQL 8.4 / MariaDB 11.4 服务器",
                    e);
        }
    }

    StartFailure failure(String english, String chinese) {
        var told = lastLines();
        return new StartFailure(
                "%s; %s says: %s".formatted(english, log(), told), "%s；日志 %s：%s".formatted(chinese, log(), told));
    }

    private String lastLines() {
        try {
            var lines = Files.readAllLines(log());
            var errors = lines.stream().filter(line -> line.contains("[ERROR]")).toList();
            return String.join(" / ", last(errors.isEmpty() ? lines : errors));
        } catch (IOException e) {
            return "nothing (" + e.getMessage() + ")";
        }
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - LOG_LINES_TOLD), lines.size());
    }

    /** In the server's settings a backslash would start an escape. */
    private static String forServer(Path path) {
        return path.toString().replace('\\', '/');
    }
}
