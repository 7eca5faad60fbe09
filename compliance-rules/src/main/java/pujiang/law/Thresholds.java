package pujiang.law;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import pujiang.compliance.ProposedExchange;

/** Numbers of the law by the day from which they hold; a change adds a value beside the old one. */
public final class Thresholds {

    private static final Map<String, Map<String, NavigableMap<LocalDate, Long>>> BY_INSTRUMENT =
            new ConcurrentHashMap<>();

    private Thresholds() {}

    /**
     * The number in force on the day of the question. Before its first day no rule that asks is in force, but the engine
     * evaluates the rule's condition all the same: the first number then answers, and nothing follows from it.
     *
     * @throws IllegalStateException if there is no such number; the engine then leaves the question to an officer
     */
    public static long on(ProposedExchange x, String instrument, String name) {
        var values = values(instrument, name);
        var inForce = values.floorEntry(x.on());
        return inForce == null ? values.firstEntry().getValue() : inForce.getValue();
    }

    /** Whether there was such a number, or an edition of such a list, on the day of the question. */
    public static boolean inForce(ProposedExchange x, String instrument, String name) {
        return values(instrument, name).floorKey(x.on()) != null;
    }

    private static NavigableMap<LocalDate, Long> values(String instrument, String name) {
        var values = BY_INSTRUMENT.computeIfAbsent(instrument, Thresholds::read).get(name);
        if (values == null) {
            throw new IllegalStateException("law/%s/thresholds.properties lacks %s".formatted(instrument, name));
        }
        return values;
    }

    /** Lines of {@code name.since = value}. */
    private static Map<String, NavigableMap<LocalDate, Long>> read(String instrument) {
        var resource = "/law/%s/thresholds.properties".formatted(instrument);
        var lines = new Properties();
        try (var stream = Thresholds.class.getResourceAsStream(resource)) {
            if (stream == null) throw new IllegalStateException(resource + " is missing");
            lines.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        var values = new TreeMap<String, NavigableMap<LocalDate, Long>>();
        lines.stringPropertyNames().forEach(key -> {
            int dot = key.lastIndexOf('.');
            values.computeIfAbsent(key.substring(0, dot), _ -> new TreeMap<>())
                    .put(LocalDate.parse(key.substring(dot + 1)), Long.valueOf(lines.getProperty(key)));
        });
        return values;
    }
}
