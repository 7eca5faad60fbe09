package pujiang.host.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.Duration;

/** Reports the progress of the start on the console, one line per step; the log is for what comes later. */
public final class Progress {

    private final PrintStream stream;

    private Progress(PrintStream stream) {
        // UTF-8 whatever the locale says: under LANG=C the Chinese half would come out as question marks.
        this.stream = new PrintStream(stream, true, UTF_8);
    }

    public static Progress onConsole() {
        return new Progress(System.out);
    }

    public static Progress onErrorStream() {
        return new Progress(System.err);
    }

    void step(String english, String chinese, String detail) {
        line("  %-14s%s  %s".formatted(english, wide(chinese), detail));
    }

    public void line(String text) {
        stream.println(text);
    }

    static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }

    /** Chinese characters take two columns, which a format does not count. */
    private static String wide(String chinese) {
        return chinese + "  ".repeat(Math.max(0, 4 - chinese.length()));
    }
}
