package pujiang.web.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells whoever started the exchange how far it is, one line per step; the log is for what comes later. */
@Component
final class Progress {

    /** UTF-8 whatever the locale says: under LANG=C the Chinese half would come out as question marks. */
    private final PrintStream console = new PrintStream(System.out, true, UTF_8);

    void step(String english, String chinese, String detail) {
        console.printf("  %-18s%s  %s%n", english, wide(chinese), detail);
    }

    void line(String text) {
        console.println(text);
    }

    static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }

    /** Chinese characters take two columns, which printf does not count. */
    private static String wide(String chinese) {
        return chinese + "  ".repeat(Math.max(0, 6 - chinese.length()));
    }
}
