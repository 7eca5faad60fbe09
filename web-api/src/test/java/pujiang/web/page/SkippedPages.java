package pujiang.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Tests of the pages that could not be run: the end of the build says which and why. In CI they fail. */
final class SkippedPages {

    /** Printed in the last phase of the build, and then gone. */
    static final Path FILE = Path.of("target", "skipped-page-tests.txt");

    private static final String FRAME = "!".repeat(100);

    private SkippedPages() {}

    /** Skips a class of tests, and is remembered. */
    static void skip(Class<?> tests, String why) {
        var told = tests.getSimpleName() + ": no Chromium to drive: " + why;
        if (isCi(System.getenv("CI"))) throw new AssertionError(told);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, told + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Assumptions.abort(told);
    }

    static boolean isCi(@Nullable String ci) {
        return ci != null && !ci.isBlank() && !ci.equals("false");
    }

    /** The last lines of the build; nothing where all were run. */
    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]);
        System.out.print(told(file));
        System.out.flush();
        // The next build tells of its own.
        Files.deleteIfExists(file);
    }

    static String told(Path file) throws IOException {
        if (Files.notExists(file)) return "";
        return """

                %1$s
                !!  THESE TESTS OF THE PAGES WERE SKIPPED 以下页面测试未运行:
                %2$s
                !!  Install Chromium to run them, for example by: apt-get install chromium
                !!  With CI=true they fail instead.
                %1$s
                """
                .formatted(FRAME, Files.readString(file).strip().indent(6).stripTrailing());
    }
}
