package pujiang.app.evaluate;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads lines that may be longer than memory: of such a line only the beginning is kept, and that it was too long. */
public final class JsonLines {

    /** Characters; the longest decision, on which every rule is undecided, needs about a third. */
    public static final int LONGEST = 256 * 1024;

    private final Reader reader;
    private final char[] buffer = new char[64 * 1024];
    private int at;
    private int end;
    private long number;

    public JsonLines(Reader reader) {
        this.reader = reader;
    }

    /** @param number of the line, from 1 */
    public record Line(long number, String text, boolean tooLong) {}

    /** The next line that is not blank; empty at the end. */
    public Optional<Line> next() throws IOException {
        while (more()) {
            var line = line();
            if (!line.text().isBlank()) return Optional.of(line);
        }
        return Optional.empty();
    }

    private Line line() throws IOException {
        var text = new StringBuilder(1024);
        boolean tooLong = false;
        number++;
        while (more()) {
            int stop = at;
            while (stop < end && buffer[stop] != '\n') stop++;
            int kept = Math.min(stop - at, LONGEST - text.length());
            text.append(buffer, at, kept);
            tooLong |= kept < stop - at;
            at = stop;
            if (stop < end) {
                at++;
                break;
            }
        }
        return new Line(number, text.toString(), tooLong);
    }

    private boolean more() throws IOException {
        if (at < end) return true;
        at = 0;
        end = Math.max(reader.read(buffer), 0);
        return end > 0;
    }
}
