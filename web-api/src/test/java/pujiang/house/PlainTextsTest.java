package pujiang.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts that people read are plain: no idiom, no riddle, one term for one thing, full-width punctuation in Chinese. */
class PlainTextsTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path ROOT = Path.of("..");

    private static final String IDIOMS =
            "tells?|telling|told|hears?|heard|mend(?:s|ed|ing)?|whoever|whomever|nobody|somebody|anybody|everybody"
                    + "|for ever|anew|meanwhile|in vain|any more|once more|turned down|lets? pass"
                    + "|called back|puts? up with|at the door|confess(?:es|ed)?|(?<!there )is no (?!longer\\b)[a-z]+"
                    + "|nothing remains|by the clock|first first|speaks|that you may see";

    /** The law is a text. Rules fire, the rule engine evaluates, an officer decides. */
    private static final String LAW_AS_A_PERSON = "the law (?:is |was |has )?(?:not"
        + " )?(?:asks?|asked|says?|said|hears?|heard|answers?|answered|decides?|decided"
        + "|lets?|leaves?|left|made|speaks?|judges?|judged|wants?|would|finds?|found|knows?|takes?|may|will|lacks?)";

    /** Words for the person or the thing that a page or an answer does not name. */
    private static final String RIDDLES = "otherwise|something else|stranger[s]?|papers?|struck off|owe[sd]?|persons";

    private static final Pattern ENGLISH = words(IDIOMS + "|" + LAW_AS_A_PERSON + "|" + RIDDLES);
    private static final Pattern GUIDES = words(IDIOMS + "|" + LAW_AS_A_PERSON);

    /** Words of courts and authorities, of the customs, of letters long ago; second names of things that have one. */
    private static final Pattern CHINESE = Pattern.compile("准予|准许|裁决|驳回|不予|放行|关口|豁免|依法(?:不予|判断)|本所|本会|审查|存管|买方|卖方|接单"
            + "|受理截止|要约|协议|签约|陈述|自述|登记号|无须|必须|亦|皆|一并|已非|法律(?:答复|回答|作答|判断|未|无法|会|所问|审查|的结论|草案)|贵方|上海时间"
            + "|中国大陆|港澳台(?!）)");

    private static final Pattern NARROW =
            Pattern.compile("[\\u4e00-\\u9fff][,;:?!()]|[,;:?!()][\\u4e00-\\u9fff]|[\\u4e00-\\u9fff]\\.(?:$|\\s)");

    /** Beside a Chinese character: a constant, or an instant in UTC. */
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]+_[A-Z_]+\\b|\\d{4}-\\d\\d-\\d\\dT");

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "problems.properties"})
    void englishTextsAreFreeOfIdiomsAndRiddles(String file) throws IOException {
        assertThat(found(texts(file), ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_zh.properties", "problems_zh.properties"})
    void chineseTextsHaveOneTermForOneThing(String file) throws IOException {
        assertThat(found(texts(file), CHINESE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_zh.properties", "problems_zh.properties"})
    void chineseTextsHaveFullWidthPunctuation(String file) throws IOException {
        assertThat(found(texts(file), NARROW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_zh.properties", "problems_zh.properties"})
    void noConstantStandsInAChineseText(String file) throws IOException {
        assertThat(found(texts(file), CODE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "problems.properties"})
    void anEnglishTextIsASentenceAndNotAChain(String file) throws IOException {
        assertThat(found(texts(file), Pattern.compile(";"))).isEmpty();
    }

    /** It is the argument of a confirmation; an apostrophe would end it in a {@code MessageFormat}. */
    @Test
    void aConfirmationHasNoApostrophe() throws IOException {
        assertThat(texts("messages.properties"))
                .filteredOn(text -> text.startsWith("done.") || text.contains("{"))
                .noneMatch(text -> text.contains("'"));
    }

    @Test
    void guidesAreFreeOfIdioms() throws IOException {
        var found = new ArrayList<String>();
        for (var guide : guides()) {
            var lines = prose(Files.readString(guide)).lines().toList();
            found(lines, GUIDES).forEach(line -> found.add(ROOT.relativize(guide) + ": " + line));
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            A rule fires, and the law was asked again.        | the law was asked
            Ask whoever has stopped it.                       | whoever
            The file is no usable ZIP.                        | is no usable
            The operator has been told.                       | told
            The law requires a separate consent.              |
            The rules were evaluated again.                   |
            A request with this key has not finished yet.     |
            """)
    void theListKnowsTheKindsThatItIsMeantFor(String text, @Nullable String found) {
        var hit = ENGLISH.matcher(text).results().map(MatchResult::group).findFirst();
        assertThat(hit).isEqualTo(Optional.ofNullable(found));
    }

    private static List<Path> guides() throws IOException {
        try (var docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md")
                                    .map(ROOT::resolve),
                            docs.filter(PlainTextsTest::isWrittenByHand))
                    .sorted()
                    .toList();
        }
    }

    /** The others are written from the code, whose comments they quote. */
    private static boolean isWrittenByHand(Path file) {
        var generated = List.of("law.md", "facts.md", "readers.md", "packages.md", "openapi.json");
        return file.toString().endsWith(".md")
                && !generated.contains(file.getFileName().toString());
    }

    /** Without code, and without the addresses of links. */
    private static String prose(String markdown) {
        return markdown.replaceAll("(?s)```.*?```", "")
                .replaceAll("`[^`]*`", "")
                .replaceAll("]\\([^)]*\\)", "]");
    }

    private static List<String> found(List<String> texts, Pattern banned) {
        return texts.stream()
                .filter(text ->
                        banned.matcher(text.substring(text.indexOf('=') + 1)).find())
                .toList();
    }

    private static Pattern words(String words) {
        return Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    private static List<String> texts(String file) throws IOException {
        var texts = new Properties();
        try (Reader in = Files.newBufferedReader(RESOURCES.resolve(file))) {
            texts.load(in);
        }
        assertThat(texts).hasSizeGreaterThan(500);
        return texts.stringPropertyNames().stream()
                .sorted()
                .map(key -> key + "=" + texts.getProperty(key))
                .toList();
    }
}
