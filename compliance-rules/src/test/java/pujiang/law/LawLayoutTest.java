package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.compliance.FactDictionary;

/** One folder per instrument, one file per article, one shape of rule: so that whoever knows one file knows them all. */
class LawLayoutTest {

    private static final Path LAW = Path.of("src", "main", "resources", "law");
    private static final int LONGEST_FILE = 150;
    private static final int LONGEST_LINE = 120;

    private static final Pattern RULE = Pattern.compile(
            "^rule \"([^\"]+)\"\\n(.*?)^when\\n(.*?)^then\\n(.*?)^end$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CONSEQUENCE =
            Pattern.compile(" {4}insertLogical\\(new Fired\\(\"[A-Z0-9-]+\", Outcome\\.[A-Z_]+, \\$why\\)\\);\\n");

    @Test
    void theBookHoldsEveryFileOfTheFolderAndNoOther() throws IOException {
        try (var files = Files.walk(LAW)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> LAW.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(RuleBook.files());
        }
    }

    @ParameterizedTest
    @MethodSource("ruleFiles")
    void aFileIsShortAndNamedByItsArticle(String file) {
        var text = RuleBook.text(file);
        var name = file.substring(file.indexOf('/') + 1);

        assertThat(text.lines()).hasSizeLessThanOrEqualTo(LONGEST_FILE);
        assertThat(text.lines()).allMatch(line -> line.length() <= LONGEST_LINE);
        assertThat(text).startsWith("package law." + file.substring(0, file.indexOf('/')) + "\n");
        assertThat(name).matches(isNamedByItsMatter(file) ? "[a-z-]+\\.drl" : "art-\\d{2,3}\\.drl");
    }

    @ParameterizedTest
    @MethodSource("ruleFiles")
    void aRuleHasTheOneShape(String file) {
        var text = RuleBook.text(file);
        var rules = RULE.matcher(text).results().toList();

        assertThat(rules).hasSize((int)
                text.lines().filter(line -> line.startsWith("rule ")).count());
        assertThat(text).doesNotContain("salience", "agenda-group", "ruleflow", "no-loop", "modify(", "update(");
        rules.forEach(rule -> hasTheOneShape(file, rule));
    }

    private static void hasTheOneShape(String file, MatchResult rule) {
        var id = rule.group(1).split(" ", 2)[0];
        var article = file.replaceAll(".*art-0*|\\.drl", "");
        var prefix = file.substring(0, file.indexOf('/')).toUpperCase(Locale.ROOT);

        assertThat(id).startsWith(isNamedByItsMatter(file) ? prefix + "-" : prefix + "-" + article + "-");
        assertThat(rule.group(2)).contains("date-effective \"");
        assertThat(rule.group(3)).contains("ProposedExchange( gate in (", "$why : ", "$why.possible )");
        assertThat(rule.group(4)).matches(CONSEQUENCE).contains("Fired(\"" + id + "\"");
    }

    @ParameterizedTest
    @MethodSource("ruleFiles")
    void everyVersionOfARuleCarriesItsTextsInBothLanguages(String file) {
        RULE.matcher(RuleBook.text(file))
                .results()
                .filter(rule -> !rule.group(1).contains(" ") || rule.group(2).contains("@"))
                .forEach(rule -> assertThat(rule.group(2))
                        .as(rule.group(1))
                        .contains("@article(\"", "@title_zh(\"", "@title_en(\"", "@remedy_zh(\"", "@remedy_en(\""));
    }

    /** A variant may outlive a version, but never begins or ends between the days of its rule. */
    @ParameterizedTest
    @MethodSource("ruleFiles")
    void everyVariantBeginsAndEndsOnADayOfItsRule(String file) {
        var rules = RULE.matcher(RuleBook.text(file)).results().toList();
        var versions = rules.stream()
                .filter(rule -> rule.group(2).contains("@article"))
                .flatMap(rule -> days(rule).map(day -> rule.group(1).split(" ", 2)[0] + day))
                .toList();

        assertThat(rules).allSatisfy(rule -> assertThat(
                        days(rule).map(day -> rule.group(1).split(" ", 2)[0] + day))
                .as(rule.group(1))
                .isSubsetOf(versions));
    }

    /** Its first day, and the day on which it is no longer in force, if there is one. */
    private static Stream<String> days(MatchResult rule) {
        var expires = Pattern.compile("date-expires \"[^\"]+\"").matcher(rule.group(2));
        var effective = Pattern.compile("date-effective \"[^\"]+\"").matcher(rule.group(2));
        return Stream.of(
                effective.find() ? effective.group() : "never effective", expires.find() ? expires.group() : "no end");
    }

    @Test
    void everyFactThatARuleSawIsInTheDictionary() {
        var seen = RuleCasesTest.cases()
                .flatMap(one -> Cases.LAW.review(one.question()).findings().stream())
                .flatMap(finding -> finding.conditions().stream())
                .map(leaf -> leaf.fact())
                .distinct()
                .toList();

        assertThat(seen).isNotEmpty().allMatch(name -> FactDictionary.named(name)
                .isPresent());
    }

    @Test
    void everyInstrumentIsNamedInBothLanguages() {
        assertThat(Cases.LAW.book().rules()).allSatisfy(rule -> {
            assertThat(rule.instrument().name().zh()).isNotBlank();
            assertThat(rule.instrument().name().en()).isNotBlank();
        });
    }

    /** What has no articles, or none that were seen: the exchange's own rules, a standard, three notices. */
    private static boolean isNamedByItsMatter(String file) {
        return file.matches("(gbt37932|pdao|pdp|pdrr|sde)/.*");
    }

    static List<String> ruleFiles() {
        return RuleBook.files().stream().filter(file -> file.endsWith(".drl")).toList();
    }
}
