package pujiang.app.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.app.json.DomainModule;
import pujiang.history.EventCatalogue;
import pujiang.history.EventNames;
import pujiang.host.wiring.MarketEvents;
import pujiang.host.wiring.ObligationEvents;
import pujiang.host.wiring.RecallEvents;
import pujiang.host.wiring.TradeEvents;
import pujiang.host.wiring.WatchEvents;

/**
 * What was stored once must be readable for ever. Each event has a file of the bytes that a release stored,
 * {@code history/<name>.<revision>.json}; a file that was released is never changed. A new one is written by
 * {@code mvn test -Dtest=EventHistoryTest -Dgolden=write}.
 */
class EventHistoryTest {

    private static final Path HISTORY = Path.of("src", "test", "resources", "history");

    private final EventNames names = new EventCatalogue();
    private final EventJson json = new EventJson(names, new DomainModule());

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

    @Test
    void everyFileOfEveryReleaseIsStillRead() throws IOException {
        try (var files = Files.list(HISTORY)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(read(file))
                    .isNotNull());
        }
    }

    @Test
    void everyEventHasAFile() {
        assertThat(EventCatalogue.classes().values())
                .map(this::stem)
                .allSatisfy(stem -> assertThat(HISTORY.resolve(stem + ".json")).exists());
    }

    private Object read(Path file) throws IOException {
        var name = file.getFileName().toString().replaceFirst("\\.(\\w+)\\.json$", "");
        var revision =
                file.getFileName().toString().substring(name.length() + 1).replace(".json", "");
        return Objects.requireNonNull(
                json.deserialize(new SimpleSerializedObject<>(Files.readAllBytes(file), byte[].class, name, revision)));
    }

    private String stem(Class<?> type) {
        return names.nameOf(type) + "." + type.getAnnotation(Revision.class).value();
    }

    private static void writeOnce(Path file, byte[] stored) throws IOException {
        Files.createDirectories(HISTORY);
        if (!Files.exists(file)) Files.write(file, stored);
    }
}
