package pujiang.law;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The numbers of one rule book, by instrument and name, and by the day from which each holds. */
final class Numbers {

    private static final String FILE = "/thresholds.properties";

    private final Map<String, Map<String, NavigableMap<LocalDate, Long>>> byInstrument = new HashMap<>();

    private Numbers() {}

    /**
     * Reads the lines of {@code name.since = value} of all instruments.
     *
     * @param texts the book's files by name
     * @throws DraftFault.Found at a line that is none
     */
    static Numbers of(Map<String, String> texts) {
        var numbers = new Numbers();
        texts.forEach((file, text) -> {
            if (file.endsWith(FILE)) numbers.read(file, text);
        });
        return numbers;
    }

    Optional<NavigableMap<LocalDate, Long>> find(String instrument, String name) {
        return Optional.ofNullable(
                byInstrument.getOrDefault(instrument, Map.of()).get(name));
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
        } catch (IOException | IllegalArgumentException e) {
            throw new DraftFault.Found(file, line, "is no property: " + e.getMessage());
        }
        if (read.size() != 1) throw new DraftFault.Found(file, line, "must be name.since = value");
        var name = read.stringPropertyNames().iterator().next();
        return new String[] {name, read.getProperty(name).strip()};
    }

    private void add(String file, int line, String instrument, String... property) {
        int dot = property[0].lastIndexOf('.');
        try {
            if (dot < 1) throw new DraftFault.Found(file, line, "must be name.since = value: not " + property[0]);
            var since = LocalDate.parse(property[0].substring(dot + 1));
            var values = byInstrument
                    .computeIfAbsent(instrument, _ -> new HashMap<>())
                    .computeIfAbsent(property[0].substring(0, dot), _ -> new TreeMap<>());
            if (values.put(since, Long.valueOf(property[1])) != null) {
                throw new DraftFault.Found(file, line, "has two values of one day for " + property[0]);
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new DraftFault.Found(file, line, "needs a day after the dot and a whole number: " + e.getMessage());
        }
    }
}
