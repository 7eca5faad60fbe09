package pujiang.refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** All refusals, as listed in {@code refusals.txt}. A test finds missing ones. */
public final class RefusalTable {

    private static final Pattern ROW = Pattern.compile(" +(\\w+) +([a-z.-]+) +(\\d{3})( retry)?");
    private static final Map<String, Row> ROWS = read();

    private RefusalTable() {}

    /**
     * A kind of refusal.
     *
     * @param type the name of its class
     * @param status of the HTTP response
     * @param retry whether the same request may succeed later without a change by the caller
     */
    public record Row(String type, String code, int status, boolean retry) {}

    public static Row of(Refusal refusal) {
        var row = ROWS.get(refusal.getClass().getName());
        if (row == null) throw new IllegalStateException(refusal.getClass().getName() + " has no row in refusals.txt");
        return row;
    }

    /** In the order of the documentation. */
    public static List<Row> all() {
        return List.copyOf(ROWS.values());
    }

    private static Map<String, Row> read() {
        var rows = new LinkedHashMap<String, Row>();
        var family = "";
        for (var line : text().lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) continue;
            if (line.startsWith(" ")) {
                var row = row(family, line);
                rows.put(row.type(), row);
            } else {
                family = line;
            }
        }
        return rows;
    }

    private static Row row(String family, String line) {
        var cells = ROW.matcher(line);
        if (!cells.matches()) throw new IllegalStateException("refusals.txt: no row: " + line);
        var type = family + "$" + cells.group(1);
        return new Row(type, cells.group(2), Integer.parseInt(cells.group(3)), cells.group(4) != null);
    }

    private static String text() {
        try (var stream = RefusalTable.class.getResourceAsStream("refusals.txt")) {
            if (stream == null) throw new IllegalStateException("the program lacks refusals.txt");
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("refusals.txt", e);
        }
    }
}
