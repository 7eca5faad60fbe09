package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pujiang.digest.Sha256;

/**
 * What the digest of a book covers. The list of the definitions is written from their sources; {@code -Dgolden=write} writes
 * it anew.
 */
class BookDigestTest {

    private static final Path SOURCES = Path.of("src/main/java/pujiang/law");
    private static final Path LIST = Path.of("src/main/resources/pujiang/law/definitions.txt");

    /** A text, or what has no meaning: comments, and blanks. */
    private static final Pattern TEXT_OR_NOTHING =
            Pattern.compile("(\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\")|//[^\\n]*|/\\*.*?\\*/|\\s+", Pattern.DOTALL);

    private static final String CHANGED =
            """
            a definition that rules share has changed, and with it the digest of every book. If an answer can change \
            by it: add cases, and a line with a star to the changelog. Then: \
            mvn -pl compliance-rules -am test -Dgolden=write""";

    private static final Map<String, String> FILES =
            Map.of("dsl/art-21.drl", "rule", "dsl/thresholds.properties", "a=1");

    @Test
    void theListOfTheDefinitionsIsCurrent() throws IOException {
        var list = shared().map(BookDigestTest::line).collect(Collectors.joining("\n", "", "\n"));
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(LIST, list);
            return;
        }

        assertThat(LIST).as(CHANGED).hasContent(list);
        assertThat(list).as("what is compiled is what was written").isEqualTo(BookDigest.definitions());
    }

    /** The classes whose methods are words of rules, what the traits of a decision mean, and which number counts on a day. */
    private static Stream<Class<?>> shared() {
        return Stream.concat(Vocabulary.CLASSES.stream(), Stream.of(Meanings.class, Thresholds.class));
    }

    private static String line(Class<?> definition) {
        try {
            var source = Files.readString(SOURCES.resolve(definition.getSimpleName() + ".java"));
            return definition.getSimpleName() + " "
                    + new Sha256().add(meaning(source)).named();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A source without what changes no answer. */
    private static String meaning(String source) {
        return TEXT_OR_NOTHING.matcher(source).replaceAll("$1");
    }

    @Test
    void theFormatAndTheCommentsOfADefinitionChangeNothing() {
        assertThat(meaning("/** Old. */ int a() {\n  return 1; // one\n}")).isEqualTo(meaning("int a() { return 1; }"));
        assertThat(meaning("int a() { return 1; }")).isNotEqualTo(meaning("int a() { return 2; }"));
        assertThat(meaning("say(\"a // b\")")).isNotEqualTo(meaning("say(\"a\")"));
    }

    @Test
    void anotherDefinitionIsAnotherBook() {
        assertThat(BookDigest.of(FILES, "Definitions sha-256:1\n"))
                .isNotEqualTo(BookDigest.of(FILES, "Definitions sha-256:2\n"))
                .isNotEqualTo(BookDigest.ofFiles(FILES));
    }

    @Test
    void theListIsDigestedAsOneMoreFileSoThatAnybodyCanComputeIt() {
        var files = new TreeMap<>(FILES);
        files.put("definitions", BookDigest.definitions());

        assertThat(BookDigest.of(FILES)).isEqualTo(Sha256.named(files));
    }

    @Test
    void whatReleasesBeforeHaveRecordedIsKnown() {
        assertThat(BookDigest.names(BookDigest.of(FILES), FILES)).isTrue();
        assertThat(BookDigest.names(BookDigest.ofFiles(FILES), FILES)).isTrue();
        assertThat(BookDigest.names(BookDigest.of(FILES, "others"), FILES)).isFalse();
    }
}
