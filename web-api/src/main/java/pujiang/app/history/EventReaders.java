package pujiang.app.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The readers of each field of one kind of event. The table is {@code readers.txt} in this package. Fields that it does
 * not name are read by exchange staff only.
 */
record EventReaders(Map<String, Row> rows) {

    private static final EventReaders NOBODY = new EventReaders(Map.of());
    private static final String BY_FACT = "by-fact";
    private static final String STAFF = "staff";

    private static final Map<String, EventReaders> TABLE = table();

    /** The role of a reader of an event. The exchange needs no row to read it. */
    enum Who {
        /** The provider's side of what happened. */
        VENDOR,
        /** The recipient's side. */
        BUYER,
        /** The side from which a document was requested. */
        ASKED,
        /** The owner of the file or the obligation. */
        OWNER
    }

    /** @param byFact whether the field has facts, each with its own readers */
    record Row(Set<Who> who, boolean byFact) {

        Row {
            who = Set.copyOf(who);
        }
    }

    EventReaders {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** The events that have rows, each with its own. */
    static Map<String, EventReaders> all() {
        return TABLE;
    }

    /** @param event the name under which it is stored */
    static EventReaders of(String event) {
        return TABLE.getOrDefault(event, NOBODY);
    }

    /** Whether one of these reads the field. */
    boolean isRead(String field, Set<Who> readers) {
        var row = rows.get(field);
        return row != null && !Collections.disjoint(row.who(), readers);
    }

    /** Whether one of these reads a part of the field. */
    boolean isReadWithin(String field, Set<Who> readers) {
        return rows.keySet().stream().anyMatch(each -> each.startsWith(field + "/") && isRead(each, readers));
    }

    private static Map<String, EventReaders> table() {
        var rows = new LinkedHashMap<String, Map<String, Row>>();
        lines().forEach(line -> {
            var words = List.of(line.split(" +"));
            var row = row(line, words.subList(2, words.size()));
            var before = rows.computeIfAbsent(words.getFirst(), _ -> new LinkedHashMap<>())
                    .put(words.get(1), row);
            if (before != null) throw new IllegalStateException("named twice: " + line);
        });
        var table = new LinkedHashMap<String, EventReaders>();
        rows.forEach((event, fields) -> table.put(event, new EventReaders(fields)));
        return Collections.unmodifiableMap(table);
    }

    private static Row row(String line, List<String> readers) {
        if (readers.isEmpty()) throw new IllegalStateException("no reader: " + line);
        var who = EnumSet.noneOf(Who.class);
        for (var reader : readers) {
            if (!reader.equals(STAFF) && !reader.equals(BY_FACT)) who.add(Who.valueOf(reader.toUpperCase(Locale.ROOT)));
        }
        return new Row(who, readers.contains(BY_FACT));
    }

    private static List<String> lines() {
        try (var table = Objects.requireNonNull(EventReaders.class.getResourceAsStream("readers.txt"))) {
            return new String(table.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
