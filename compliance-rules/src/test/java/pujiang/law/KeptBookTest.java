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
import pujiang.compliance.Gate;
import pujiang.compliance.Verdict;

/** What an earlier release has let in judges as it did then, though nobody may bring it any more. */
class KeptBookTest {

    private static final String FILE = "dsl/art-53.drl";
    private static final String NAMES = "dsl/instrument.properties";
    private static final String NUMBERS = "dsl/thresholds.properties";
    private static final String RULE = RuleBook.text(FILE);
    private static final String CONDITION = "is(this, ProductFacts.STATE_SECRET, true)";
    private static final String SECRET = "{\"product.stateSecret\": true}";
    private static final String LAWFUL = "{\"product.stateSecret\": false}";

    static Stream<Arguments> refusedToday() {
        var many = String.join(", ", Collections.nCopies(501, CONDITION));
        return Stream.of(
                arguments(
                        "a long title", RULE.replace("State and work secrets", "State and work secrets ".repeat(200))),
                arguments(
                        "a long name", RULE.replace("rule \"DSL-53-1\"", "rule \"DSL-53-1 " + "x".repeat(100) + "\"")),
                arguments("a day before the calendar", RULE.replace("2021-09-01", "1000-01-01")),
                arguments("a comment inside a name", RULE.replace("Facts.STATE", "Facts. // the fact\nSTATE")),
                arguments("an escape in a comment", RULE.replace("when\n", "when // \\u000a\n")),
                arguments("many parts", RULE.replace(CONDITION, "anyOf(" + many + ")")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedToday")
    void itIsRefusedAsADraftAndJudgesAsABookOfBefore(String what, String text) {
        assertThat(text).isNotEqualTo(RULE);
        assertThat(Draft.of(texts(text)).faults()).as(what).isNotEmpty();

        var kept = Draft.kept(texts(text));

        assertThat(kept.faults()).isEmpty();
        assertThat(kept.digest()).isEqualTo(Draft.of(texts(text)).digest());
        assertThat(verdict(kept, SECRET)).isEqualTo(Verdict.DENY);
        assertThat(verdict(kept, LAWFUL)).isEqualTo(Verdict.ALLOW);
    }

    /** As Java read it then: 010 is eight. */
    @Test
    void aNumberThatBeginsWithZeroIsWhatItWas() {
        var text = RULE.replace(CONDITION, "isBelow(this, ProductFacts.SUBJECT_COUNT, 010)");
        assertThat(Draft.of(texts(text)).faults()).isNotEmpty();

        var kept = Draft.kept(texts(text));

        assertThat(verdict(kept, "{\"product.subjectCount\": 7}")).isEqualTo(Verdict.DENY);
        assertThat(verdict(kept, "{\"product.subjectCount\": 8}")).isEqualTo(Verdict.ALLOW);
        assertThat(verdict(kept, "{\"product.subjectCount\": 9}")).isEqualTo(Verdict.ALLOW);
        assertThat(Draft.kept(texts(text.replace("010", "09"))).faults())
                .as("nor did Java")
                .isNotEmpty();
    }

    @Test
    void aNumberOfTheLawHasTheNameAndTheValueThatItHad() {
        var texts =
                texts(RULE.replace(CONDITION, "isBelow(this, ProductFacts.SUBJECT_COUNT, on(this, \"dsl\", \"人数\"))"));
        texts.put(NUMBERS, "人数.2021-09-01 = 100000000000000000\n");
        assertThat(Draft.of(texts).faults()).isNotEmpty();

        var kept = Draft.kept(texts);

        assertThat(kept.faults()).isEmpty();
        assertThat(verdict(kept, "{\"product.subjectCount\": 1000}")).isEqualTo(Verdict.DENY);
        texts.put(NUMBERS, "人数.2021-09-01 = -5\n");
        assertThat(verdict(Draft.kept(texts), "{\"product.subjectCount\": 1}")).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void anInstrumentKeepsItsLongName() {
        var texts = texts(RULE);
        texts.put(NAMES, "zh = 数据安全法\nen = " + "x".repeat(201));
        assertThat(Draft.of(texts).faults()).isNotEmpty();

        assertThat(verdict(Draft.kept(texts), SECRET)).isEqualTo(Verdict.DENY);
    }

    /** The words are what they are: what no release has let in is refused in any book, by its line. */
    @Test
    void whatWasNeverALawIsNoneNow() {
        var text = RULE.replace(CONDITION, "isEvil(this)");

        assertThat(Draft.kept(texts(text)).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(FILE);
            assertThat(fault.line()).isEqualTo(19);
        });
    }

    private static Verdict verdict(Draft kept, String facts) {
        return new LawReview(kept.compiled())
                .review(Cases.question("P0", Gate.ORDER, facts))
                .verdict();
    }

    private static SortedMap<String, String> texts(String text) {
        return new TreeMap<>(Map.of(NAMES, RuleBook.text(NAMES), FILE, text));
    }
}
