package pujiang.host.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.unit.DataSize;
import pujiang.app.start.DataFolder;
import pujiang.web.FreshDataFolder;

/**
 * A data folder as an earlier release has left it: its database, keys, last checkpoint and files. How it was made is said in
 * {@code src/test/resources/earlier/README.md}.
 */
public final class EarlierDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String FILE = "8f542168d42c4639860ca2f353f96ce2df0e068f1c775a79883b72743e8f47dc";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var properties = FreshDataFolder.properties();
        var data = new DataFolder(Path.of(value(properties, "pujiang.data=")));
        try {
            leave(data, Path.of(value(properties, "pujiang.database.program=")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
        TestPropertyValues.of(properties).applyTo(context);
    }

    /** What the earlier release has answered, or kept. */
    static byte[] resource(String name) throws IOException {
        try (var in = open("/earlier/" + name)) {
            return in.readAllBytes();
        }
    }

    static String text(String name) throws IOException {
        return new String(resource(name), UTF_8);
    }

    /** What was delivered. */
    static Path fileIn(DataFolder data) {
        return data.files().resolve(FILE.substring(0, 2)).resolve(FILE.substring(2));
    }

    private static void leave(DataFolder data, Path program) throws IOException, InterruptedException, SQLException {
        write(data.secrets().resolve("signing-keys"), resource("signing-keys"));
        write(data.evidence().resolve("last-checkpoint"), resource("last-checkpoint"));
        try (var in = open("/demo/data/shanghai-pm25-2013-2015.csv")) {
            write(fileIn(data), in.readAllBytes());
        }
        Files.createDirectories(data.database());
        var settings = new DatabaseSettings(
                0, DataSize.ofMegabytes(64), Duration.ofMinutes(2), Duration.ofMinutes(1), program, false);
        var secrets = new Secrets(data.secrets(), new SecureRandom());
        try (var database = EmbeddedDatabase.start(data, settings, secrets, Progress.onConsole())) {
            restore(database);
        }
    }

    private static void restore(EmbeddedDatabase database) throws IOException, SQLException {
        var url = database.getJdbcUrl() + "&allowMultiQueries=true";
        try (var dump = new GZIPInputStream(open("/earlier/demo.sql.gz"));
                var connection = DriverManager.getConnection(url, database.getUsername(), database.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(new String(dump.readAllBytes(), UTF_8));
            // Every statement of the dump has run only when its result has been asked for.
            while (statement.getMoreResults() || statement.getUpdateCount() >= 0) {}
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(EarlierDatabase.class.getResourceAsStream(resource), resource);
    }

    private static String value(String[] properties, String name) {
        return Arrays.stream(properties)
                .filter(property -> property.startsWith(name))
                .map(property -> property.substring(name.length()))
                .findFirst()
                .orElseThrow();
    }
}
