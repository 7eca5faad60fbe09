package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is of another kind, too large, too long or too deep is told by its line, before it costs anything. */
class DraftTypesTest {

    private static final String FILE = "dsl/art-53.drl";
    private static final String NAMES = "dsl/instrument.properties";
    private static final String RULE = RuleBook.text(FILE);
    private static final String CONDITION = "is(this, ProductFacts.STATE_SECRET, true)";
    private static final int LINE = 19;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is(this, ProductFacts.STATE_SECRET, 1)",
                "is(this, ProductFacts.STATE_SECRET, ProductFacts.Grade.CORE)",
                "is(this, ProductFacts.GRADE, true)",
                "is(this, ProductFacts.GRADE, SellerFacts.Ciio.YES)",
                "is(this, ProductFacts.SUBJECT_COUNT, this.on().getYear())",
                "is(ProductFacts.STATE_SECRET, this, true)",
                "is(this, ProductFacts.STATE_SECRET)",
                "is(this, ProductFacts.STATE_SECRET, true, true)",
                "is(this, ProductFacts.Grade.CORE, ProductFacts.Grade.CORE)",
                "is(this, is(this, ProductFacts.STATE_SECRET, true), true)",
                "is()",
                "isIn(this)",
                "isIn(this, ProductFacts.GRADE, ProductFacts.Grade.CORE, true)",
                "isBelow(this, ProductFacts.GRADE, 3)",
                "isBelow(this, ProductFacts.SUBJECT_COUNT, true)",
                "isBelow(this, ProductFacts.SUBJECT_COUNT, this.on())",
                "isBefore(this, ProductFacts.SUBJECT_COUNT, this.on())",
                "isBefore(this, ExportFacts.CERT_VALID_UNTIL, 5)",
                "exceeds(this, ExchangeFacts.PRICE_AMOUNT, 5)",
                "holds(this, ProductFacts.GRADE, ProductFacts.Grade.CORE)",
                "isWithinYears(this, ExportFacts.ASSESSMENT_DATE, true)",
                "isPersonalInformation()",
                "isPersonalInformation(this, this)",
                "allOf(this)",
                "allOf(true)",
                "allOf(ProductFacts.STATE_SECRET)",
                "true",
                "this",
                "is(this, ProductFacts.STATE_SECRET, Gate.NOWHERE)",
                "is(this, ProductFacts.GRADE, ProductFacts.Grade.NOWHERE)",
                "isBelow(this, ProductFacts.SUBJECT_COUNT, 9223372036854775807)",
                "isBelow(this, ProductFacts.SUBJECT_COUNT, 99999999999999999999999999)",
                "isBelow(this, ProductFacts.SUBJECT_COUNT, 010)",
                "isBelow(this, ProductFacts.SUBJECT_COUNT, 0x1F)",
                "isBelow(this, ProductFacts.SUBJECT_COUNT, 5L)",
                "isBelow(this, ProductFacts.SUBJECT_COUNT, 1_000)",
                "isBelow(this, ProductFacts.SUBJECT_COUNT, -1)",
                "isBelow(this, ProductFacts.SUBJECT_COUNT, 1.5)",
                "exceeds(this, ExchangeFacts.PRICE_AMOUNT, 1e999)",
                "exceeds(this, ExchangeFacts.PRICE_AMOUNT, NaN)",
                "isBelow(this, SellerFacts.LAST_RISK_REPORT_YEAR, this.on().getYear() - 99999999999)",
                "isBelow(this, SellerFacts.LAST_RISK_REPORT_YEAR, this.on().getYear() - 1001)",
                "isBelow(this, ProductFacts.SUBJECT_COUNT, on(this, \"cbdf\", \"a\" + \"b\"))",
                "isBelow(this, ProductFacts.SUBJECT_COUNT, on(this, \"cbdf)\", \"persons\"))"
            })
    void whatTheWordCannotBeSaidOfIsRefused(String condition) {
        refused(RULE.replace(CONDITION, condition), LINE);
    }

    static Stream<Arguments> excesses() {
        return Stream.of(
                arguments("a name of 30,000 parts", RULE.replace(CONDITION, "a" + "-b".repeat(30_000)), LINE),
                arguments("a dotted name of 15,000", RULE.replace("ProductFacts.S", "a.".repeat(15_000) + "S"), LINE),
                arguments("a name of 60,000 letters", RULE.replace(CONDITION, "a".repeat(60_000)), LINE),
                arguments("a package of 15,000 parts", RULE.replace("law.dsl", "law.dsl" + ".a".repeat(15_000)), 1),
                arguments("a title of 5,000 letters", RULE.replace("State and", "x".repeat(5_000)), 13),
                arguments(
                        "an id of 15,000 parts", RULE.replace("rule \"DSL-53-1", "rule \"D" + "-1".repeat(15_000)), 10),
                arguments("33 levels", RULE.replace(CONDITION, nested(33)), LINE),
                arguments("8,000 levels", RULE.replace(CONDITION, nested(8_000)), LINE),
                arguments("8,000 brackets", RULE.replace(CONDITION, "(".repeat(8_000)), LINE),
                arguments("501 parts", RULE.replace(CONDITION, many(500, "isSensitive(this)")), LINE),
                arguments("6,000 empty ones", RULE.replace(CONDITION, many(6_000, "allOf()")), LINE),
                arguments("10,000 values", RULE.replace("true)", "true" + ", 1".repeat(10_000) + ")"), LINE),
                arguments("a file of 64 kB and one", RULE + " ".repeat(65_536), 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("excesses")
    void whatIsTooMuchIsRefused(String what, String text, int line) {
        refused(text, line);
    }

    /** A package is named by its folder, and compiled by both. */
    @ParameterizedTest
    @ValueSource(strings = {"new", "int", "class", "true", "null"})
    void aFolderIsNotNamedByAWordOfJava(String folder) {
        var texts = new TreeMap<>(Map.of(
                folder + "/instrument.properties",
                RuleBook.text(NAMES),
                folder + "/art-53.drl",
                RULE.replace("law.dsl", "law." + folder)));

        assertThat(Draft.of(texts).faults()).singleElement().satisfies(fault -> assertThat(fault.toString())
                .startsWith(folder + "/art-53.drl:1: folder name is a Java keyword"));
    }

    @Test
    void aRuleOfNearlyFiveHundredPartsCompiles() {
        var level = many(30, "isSensitive(this)").replace("allOf(", "anyOf(");
        var condition = CONDITION;
        for (int i = 0; i < 15; i++) condition = "allOf(%s, noneOf(%s))".formatted(condition, level);

        assertThat(Draft.of(texts(RULE.replace(CONDITION, condition)))
                        .compiled()
                        .rules())
                .hasSize(1);
    }

    private static String nested(int levels) {
        return "allOf(".repeat(levels) + CONDITION + ")".repeat(levels);
    }

    private static String many(int parts, String part) {
        return "allOf(" + String.join(", ", Collections.nCopies(parts, part)) + ")";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31",
                "-999999999-01-01",
                "-0001-01-01",
                "0000-01-01",
                "0001-01-01",
                "1582-12-31",
                "10000-01-01",
                "2026-02-29",
                "2026-13-01",
                "2026-00-01",
                "2026-2-3",
                "20260203",
                "2026-W01-1",
                "2026-02-03T00:00",
                " 2026-02-03",
                "２０２６-０２-０３",
                ""
            })
    void aDayThatDoesNotExistIsRefused(String day) {
        refused(RULE.replace("2021-09-01", day), 16);
        refused(RULE.replace("\"2021-09-01\"", "\"2021-09-01\"\n    date-expires \"%s\"".formatted(day)), 17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOWHERE", "order", "ORDERS", "ORDER.X", "values()", "valueOf(\"ORDER\")"})
    void aGateThatDoesNotExistIsRefused(String gate) {
        refused(RULE.replace("Gate.ORDER", "Gate." + gate), 18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.+999999999-12-31 = 1",
                "a.2026-02-30 = 1",
                "a.2026-01-01 = 9223372036854775808",
                "a.2026-01-01 = 1e999",
                "a.2026-01-01 = -1",
                "a.2026-01-01 = 1.5",
                "a.2026-01-01 =",
                "a = 1",
                "a\\u0000.2026-01-01 = 1",
                "a b.2026-01-01 = 1",
                "\\u00zz = 1",
                "a.2026-01-01 = 1\ra.2027-01-01 = 2"
            })
    void aNumberOfTheLawIsADayAndAWholeNumber(String line) {
        var texts = texts(RULE);
        texts.put("dsl/thresholds.properties", "# note\n" + line + "\n");

        assertThat(Draft.of(texts).faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("dsl/thresholds.properties");
            assertThat(fault.line()).isEqualTo(2);
        });
    }

    /** Of one id, five thousand versions: each is told once, and no more than can be read. */
    @Test
    void faultsAreNotMoreThanAnybodyReads() {
        var texts = texts(RULE);
        var rule = RULE.substring(RULE.indexOf("rule \""));
        for (int file = 0; file < 50; file++) {
            var rules = new StringBuilder("package law.dsl\n");
            for (int i = 0; i < 90; i++) rules.append(rule.replace("rule \"DSL-53-1", "rule \"DSL-53-1 " + file + i));
            texts.put("dsl/art-1%02d.drl".formatted(file), rules.toString());
        }

        assertThat(Draft.of(texts).faults()).hasSize(500);
    }

    @Test
    void aBookHasFiveThousandRulesAtMost() {
        var texts = texts(RULE);
        var rule = RULE.substring(RULE.indexOf("rule \"")).replaceAll("(?m)^ *@.*\\n", "");
        for (int file = 0; file < 60; file++) {
            texts.put("dsl/art-1%02d.drl".formatted(file), "package law.dsl\n" + rule.repeat(100));
        }

        assertThat(Draft.of(texts).faults().stream().map(DraftFault::toString))
                .containsExactly(".: more than 5000 rules");
    }

    private static void refused(String text, int line) {
        assertThat(text).isNotEqualTo(RULE);

        var faults = Draft.of(texts(text)).faults();

        assertThat(faults.getFirst().file()).isIn(FILE, ".");
        assertThat(faults).anyMatch(fault -> fault.file().equals(FILE) && fault.line() == line);
        assertThat(faults).allMatch(fault -> fault.what().length() < 1_500);
    }

    private static SortedMap<String, String> texts(String text) {
        return new TreeMap<>(Map.of(NAMES, RuleBook.text(NAMES), FILE, text));
    }
}
