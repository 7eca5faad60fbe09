package pujiang.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/glossary.md} names what there is, in the words that the texts use. */
class GlossaryTest {

    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| `(\\w+)` \\|");
    private static final Path RESOURCES = Path.of("src", "main", "resources");

    private record Row(String term, String chinese, String meaning, String type) {}

    @Test
    void everyClassExists() throws IOException {
        var classes = House.CLASSES.stream().map(JavaClass::getSimpleName).collect(Collectors.toUnmodifiableSet());
        assertThat(rows()).allSatisfy(row -> assertThat(classes).as(row.term()).contains(row.type()));
    }

    @Test
    void everyTermIsUsedInTheTextsOfItsLanguage() throws IOException {
        var english = texts("messages.properties", "problems.properties").toLowerCase(Locale.ROOT);
        var chinese = texts("messages_zh.properties", "problems_zh.properties");
        assertThat(rows()).allSatisfy(row -> {
            assertThat(Pattern.compile("\\b" + Pattern.quote(row.term()))
                            .matcher(english)
                            .find())
                    .as(row.term())
                    .isTrue();
            assertThat(chinese.contains(row.chinese())).as(row.chinese()).isTrue();
        });
    }

    @Test
    void oneConceptHasOneTermInEachLanguage() throws IOException {
        assertThat(rows()).extracting(Row::term).doesNotHaveDuplicates();
        assertThat(rows()).extracting(Row::chinese).doesNotHaveDuplicates();
        assertThat(rows()).extracting(Row::meaning).allMatch(meaning -> meaning.endsWith("."));
    }

    private static List<Row> rows() throws IOException {
        var rows = Files.readAllLines(Path.of("..", "docs", "glossary.md")).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4)))
                .toList();
        assertThat(rows).hasSizeGreaterThan(50);
        return rows;
    }

    private static String texts(String... files) throws IOException {
        var texts = new StringBuilder();
        for (var file : files) texts.append(Files.readString(RESOURCES.resolve(file)));
        return texts.toString();
    }
}
