package pujiang.web.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** {@code access.txt}, read. */
public record AccessTable(List<String> columns, List<Row> rows) {

    private static final Pattern BOUND = Pattern.compile("\\{(\\w+)=[^}]*}");

    /**
     * One endpoint, tried on one kind of thing.
     *
     * @param call method, path and, for some, a header, as the table writes it
     * @param cells what each column expects
     */
    public record Row(String call, Map<String, String> cells, String body) {

        /** As the endpoint itself names its path. */
        public String endpoint() {
            return BOUND.matcher(call.replaceFirst("\\?\\S*", "").replace(" (If-Match)", ""))
                    .replaceAll("{$1}");
        }

        public String method() {
            var method = words().getFirst();
            return method.equals("ANY") ? "GET" : method;
        }

        public String path() {
            return words().get(1);
        }

        private List<String> words() {
            return Arrays.asList(call.split(" ", -1));
        }

        public String expected(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        public boolean conditional() {
            return call.endsWith(" If-Match") || call.endsWith(" (If-Match)");
        }

        /** The first column that is let in. */
        public String admitted() {
            return cells.entrySet().stream()
                    .filter(cell -> cell.getValue().startsWith("2"))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(call + " lets nobody in"));
        }

        @Override
        public String toString() {
            return call;
        }
    }

    public static AccessTable read() {
        try (var file = AccessTable.class.getResourceAsStream("/access.txt")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            var lines = text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            var head = parts(lines.getFirst());
            var columns = head.subList(1, head.size() - 1);
            var rows = new ArrayList<Row>();
            for (var line : lines.subList(1, lines.size())) rows.add(row(parts(line), columns));
            return new AccessTable(columns, List.copyOf(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> parts, List<String> columns) {
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) cells.put(columns.get(i), parts.get(i + 1));
        return new Row(parts.getFirst(), cells, parts.getLast());
    }

    private static List<String> parts(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
