package pujiang.app.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.app.json.DomainModule;
import pujiang.history.EventCatalogue;
import pujiang.history.EventNames;
import pujiang.history.Upcasters;
import pujiang.host.wiring.EarlierEvents;
import pujiang.host.wiring.MarketEvents;
import pujiang.host.wiring.ObligationEvents;
import pujiang.host.wiring.RecallEvents;
import pujiang.host.wiring.TradeEvents;
import pujiang.host.wiring.WatchEvents;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was stored once must be readable for ever. Each event has a file of the bytes that a release stored,
 * {@code history/<name>.<revision>.json}; a file that was released is never changed, and is read through every step of its
 * event. A new one is written by
 * {@code mvn test -Dtest=EventHistoryTest -Dgolden=write}.
 */
class EventHistoryTest {

    private static final Path HISTORY = Path.of("src", "test", "resources", "history");

    private static final JsonMapper JSON = new JsonMapper();

    private final EventNames names = new EventCatalogue();
    private final Upcasters upcasters = Upcasters.ofTheProgram();
    private final EventJson json = new EventJson(names, upcasters, new DomainModule());

    static Stream<Object> events() {
        return Stream.of(
                        MarketEvents.all(),
                        TradeEvents.all(),
                        TradeEvents.ofReviews(),
                        ObligationEvents.all(),
                        RecallEvents.all(),
                        WatchEvents.all())
                .flatMap(family -> family.stream());
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsStoredAsItAlwaysWasAndReadAsItWasMeant(Object event) throws IOException {
        var file = HISTORY.resolve(stem(event.getClass()) + ".json");
        var stored = json.serialize(event, byte[].class).getData();
        if ("write".equals(System.getProperty("golden"))) writeOnce(file, stored);

        assertThat(new String(stored, UTF_8)).isEqualTo(Files.readString(file));
        assertThat(read(file)).isEqualTo(event);
    }

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(HISTORY)) {
            return files.sorted().toList().stream();
        }
    }

    /** What it means stands in a test. Nothing is left in the JSON that the event does not read. */
    @ParameterizedTest
    @MethodSource("files")
    void aStoredEventOfAnyRevisionIsReadAsItWasMeant(Path file) throws IOException {
        var stem = file.getFileName().toString().replaceFirst("\\.json$", "");
        var meant = meant().get(stem);
        assertThat(meant).as("EarlierEvents says what %s means today", stem).isNotNull();

        assertThat(read(file)).isEqualTo(meant);
        assertThat(JSON.readTree(upcast(file)))
                .isEqualTo(JSON.readTree(json.serialize(meant, byte[].class).getData()));
    }

    @Test
    void everyRevisionOfEveryEventHasAFile() {
        EventCatalogue.classes().forEach((name, type) -> IntStream.rangeClosed(1, revision(type))
                .forEach(revision -> assertThat(HISTORY.resolve(name + "." + revision + ".json"))
                        .exists()));
    }

    private Map<String, Object> meant() {
        var meant = new HashMap<>(EarlierEvents.all());
        events().forEach(event -> meant.put(stem(event.getClass()), event));
        return meant;
    }

    private Object read(Path file) throws IOException {
        return Objects.requireNonNull(json.deserialize(
                new SimpleSerializedObject<>(Files.readAllBytes(file), byte[].class, name(file), revision(file))));
    }

    private byte[] upcast(Path file) throws IOException {
        return upcasters.current(name(file), revision(file), Files.readAllBytes(file));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.(\\w+)\\.json$", "");
    }

    private static String revision(Path file) {
        return file.getFileName().toString().substring(name(file).length() + 1).replace(".json", "");
    }

    private static int revision(Class<?> type) {
        return Integer.parseInt(type.getAnnotation(Revision.class).value());
    }

    private String stem(Class<?> type) {
        return names.nameOf(type) + "." + revision(type);
    }

    private static void writeOnce(Path file, byte[] stored) throws IOException {
        Files.createDirectories(HISTORY);
        if (!Files.exists(file)) Files.write(file, stored);
    }
}
