package pujiang.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives each started exchange an empty data folder; the server's program, which never changes, is unpacked once. */
public final class FreshDataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path ALL = Path.of("target", "test-data").toAbsolutePath();
    private static final AtomicInteger STARTED = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(properties()).applyTo(context);
    }

    /** As {@code name=value}. */
    public static String[] properties() {
        return new String[] {
            "pujiang.data=" + next(), "pujiang.database.program=" + ALL.resolveSibling("test-program"),
        };
    }

    private static Path next() {
        var number = STARTED.getAndIncrement();
        var mine = ALL.resolve(ProcessHandle.current().pid() + "-" + number);
        try {
            if (number == 0) FileSystemUtils.deleteRecursively(ALL);
            return Files.createDirectories(mine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
