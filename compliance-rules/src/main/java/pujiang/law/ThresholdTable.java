package pujiang.law;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The numbers of one rule book, by instrument and name, and by the day from which each is in force. */
final class ThresholdTable {

    private static final String FILE = "/thresholds.properties";
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9._-]{1,64})\\.(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern VALUE = Pattern.compile("\\d{1,15}");

    /** For {@link Bounds#KEPT}. */
    private static final Pattern HISTORIC_NAME = Pattern.compile("(.+)\\.([^.]*)", Pattern.DOTALL);

    private static final Pattern HISTORIC_VALUE = Pattern.compile("[+-]?\\d{1,18}");

    private final Map<String, Map<String, NavigableMap<LocalDate, Long>>> byInstrument = new HashMap<>();
    private final Bounds bounds;

    private ThresholdTable(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Reads the lines of {@code name.since = value} of all instruments.
     *
     * @param texts the book's files by name
     * @throws DraftFault.Found at a line of another form
     */
    static ThresholdTable of(Map<String, String> texts, Bounds bounds) {
        var thresholdTable = new ThresholdTable(bounds);
        texts.forEach((file, text) -> {
            if (file.endsWith(FILE)) thresholdTable.read(file, text);
        });
        return thresholdTable;
    }

    Optional<NavigableMap<LocalDate, Long>> find(String instrument, String name) {
        return Optional.ofNullable(
                byInstrument.getOrDefault(instrument, Map.of()).get(name));
    }

    /** The number in force on a day; before its first day, the first. */
    OptionalLong on(String instrument, String name, LocalDate day) {
        var values = find(instrument, name);
        if (values.isEmpty()) return OptionalLong.empty();
        var inForce = values.get().floorEntry(day);
        return OptionalLong.of((inForce == null ? values.get().firstEntry() : inForce).getValue());
    }

    private void read(String file, String text) {
        var instrument = file.substring(0, file.length() - FILE.length());
        int line = 0;
        for (var written : text.split("\n", -1)) {
            line++;
            if (!written.isBlank() && !written.startsWith("#"))
                add(file, line, instrument, property(file, line, written));
        }
    }

    private static String[] property(String file, int line, String written) {
        var read = new Properties();
        try {
            read.load(new StringReader(written));
        } catch (IOException | IllegalArgumentException _) {
            throw new DraftFault.Found(file, line, "incomplete escape: a backslash is cut off");
        }
        if (read.size() != 1) throw new DraftFault.Found(file, line, "expected name.since = value");
        var name = read.stringPropertyNames().iterator().next();
        return new String[] {name, read.getProperty(name).strip()};
    }

    private void add(String file, int line, String instrument, String... property) {
        var name = (bounds.isHistoric() ? HISTORIC_NAME : NAME).matcher(property[0]);
        if (!name.matches()) {
            var shown = Characters.shown(property[0]);
            throw new DraftFault.Found(
                    file, line, "expected name.since = value, such as persons.2026-07-01: found " + shown);
        }
        var values = byInstrument
                .computeIfAbsent(instrument, _ -> new HashMap<>())
                .computeIfAbsent(name.group(1), _ -> new TreeMap<>());
        if (values.put(since(file, line, name.group(2)), value(file, line, property[1])) != null) {
            throw new DraftFault.Found(file, line, "duplicate value for one day: " + property[0]);
        }
    }

    private static LocalDate since(String file, int line, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new DraftFault.Found(file, line, "invalid date after the dot: " + text);
        }
    }

    /** Years, persons, hours: limited so that arithmetic does not overflow. */
    private long value(String file, int line, String text) {
        if (VALUE.matcher(text).matches()) return Long.parseLong(text);
        if (bounds.isHistoric() && HISTORIC_VALUE.matcher(text).matches()) return Long.parseLong(text);
        throw new DraftFault.Found(
                file, line, "expected a whole number of up to 15 digits: found " + Characters.shown(text));
    }
}
