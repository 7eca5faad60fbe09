package pujiang.host.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import pujiang.app.start.DataFolder;
import pujiang.app.start.StartFailure;

/**
 * The database of an exchange, for a command that only reads: with the exchange's own settings, whether it runs or not. Where
 * it does not, the embedded server is started under the folder's claim, so that no exchange starts meanwhile, and stopped at
 * the end.
 */
public final class DatabaseAccess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("(?m)^port=(\\d+)$");

    /** What one statement may take, in milliseconds; a sum over every transfer takes seconds. */
    private static final String STATEMENT_LIMIT = "600000";

    private final String url;
    private final String user;
    private final String password;
    private final Optional<Path> files;
    private final Optional<EmbeddedDatabase> started;
    private final Optional<DataFolderClaim> claim;

    private DatabaseAccess(
            String url,
            String user,
            String password,
            Optional<Path> files,
            Optional<EmbeddedDatabase> started,
            Optional<DataFolderClaim> claim) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.files = files;
        this.started = started;
        this.claim = claim;
    }

    /**
     * @param arguments as the exchange takes them: {@code --pujiang.data=…}, {@code --spring.datasource.url=…}
     * @throws StartFailure if there is no database to reach, saying what to do
     */
    public static DatabaseAccess open(String[] arguments, Progress progress) throws IOException, InterruptedException {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        var url = environment.getProperty("spring.datasource.url");
        if (url != null) {
            return new DatabaseAccess(
                    url,
                    environment.getProperty("spring.datasource.username", ""),
                    environment.getProperty("spring.datasource.password", ""),
                    named(arguments),
                    Optional.empty(),
                    Optional.empty());
        }
        var settings = Binder.get(environment).bindOrCreate("pujiang.database", DatabaseSettings.class);
        return embedded(Path.of(environment.getRequiredProperty("pujiang.data")), settings, progress);
    }

    /** Beside a database of its own, the folder that the exchange would take by itself may be that of another one. */
    private static Optional<Path> named(String[] arguments) {
        var said = new SimpleCommandLinePropertySource(arguments).getProperty("pujiang.data");
        return Optional.ofNullable(said)
                .map(folder -> new DataFolder(Path.of(folder).toAbsolutePath().normalize()).files());
    }

    private static DatabaseAccess embedded(Path wanted, DatabaseSettings settings, Progress progress)
            throws IOException, InterruptedException {
        var folder = new DataFolder(wanted.toAbsolutePath().normalize());
        var files = new DatabaseFiles(folder.database());
        if (!Files.isDirectory(files.tables())) {
            throw new StartFailure(
                    "the folder %s holds no database; name the data folder with --pujiang.data=…, or the database with"
                                    .formatted(folder.root())
                            + " --spring.datasource.url=…",
                    "目录 %s 中没有数据库；请用 --pujiang.data=… 指定数据目录，或用 --spring.datasource.url=… 指定数据库"
                            .formatted(folder.root()));
        }
        var secrets = new Secrets(folder.secrets(), new SecureRandom());
        var claim = DataFolderClaim.ifFree(folder.root());
        if (claim.isEmpty()) return running(folder, files, secrets);
        try {
            var started = EmbeddedDatabase.start(claim.get().folder(), settings, secrets, progress);
            return new DatabaseAccess(
                    started.getJdbcUrl(),
                    started.getUsername(),
                    started.getPassword(),
                    Optional.of(folder.files()),
                    Optional.of(started),
                    claim);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            claim.get().close();
            throw failed;
        }
    }

    /** The exchange that runs has written down on which port its server listens. */
    private static DatabaseAccess running(DataFolder folder, DatabaseFiles files, Secrets secrets) throws IOException {
        var port = PORT.matcher(Files.readString(files.settings()));
        if (!port.find()) throw new IOException(files.settings() + " names no port");
        return new DatabaseAccess(
                EmbeddedDatabase.url(Integer.parseInt(port.group(1))),
                EmbeddedDatabase.USER,
                secrets.named("database.password"),
                Optional.of(folder.files()),
                Optional.empty(),
                Optional.empty());
    }

    public Connection connect() throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("connectTimeout", "5000");
        settings.setProperty("socketTimeout", STATEMENT_LIMIT);
        settings.setProperty("connectionTimeZone", "UTC");
        settings.setProperty("forceConnectionTimeZoneToSession", "true");
        settings.setProperty("useServerPrepStmts", "true");
        settings.setProperty("cachePrepStmts", "true");
        return DriverManager.getConnection(url, settings);
    }

    /** Where the delivered files lie; empty if nobody has said. */
    public Optional<Path> files() {
        return files;
    }

    /** Without its parameters, where a password may stand. */
    public String name() {
        return url.replaceFirst("\\?.*", "");
    }

    @Override
    public void close() throws IOException {
        started.ifPresent(EmbeddedDatabase::close);
        if (claim.isPresent()) claim.get().close();
    }
}
