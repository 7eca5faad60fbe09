package pujiang.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.compliance.Answer.Known;
import pujiang.compliance.Answer.Unknown;
import pujiang.compliance.Condition.Leaf;
import pujiang.compliance.Condition.Observation;

/** Kleene's tables, and what a condition remembers. */
class ConditionTest {

    @ParameterizedTest(name = "{0} and {1} is {2}, or is {3}")
    @CsvSource(
            textBlock =
                    """
      TRUE,    TRUE,    TRUE,    TRUE
      TRUE,    UNKNOWN, UNKNOWN, TRUE
      TRUE,    FALSE,   FALSE,   TRUE
      UNKNOWN, TRUE,    UNKNOWN, TRUE
      UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN
      UNKNOWN, FALSE,   FALSE,   UNKNOWN
      FALSE,   TRUE,    FALSE,   TRUE
      FALSE,   UNKNOWN, FALSE,   UNKNOWN
      FALSE,   FALSE,   FALSE,   FALSE
    """)
    void conditionsCombineAsKleeneSays(Truth one, Truth other, Truth both, Truth either) {
        assertThat(Condition.allOf(leaf("a", one), leaf("b", other)).truth()).isEqualTo(both);
        assertThat(Condition.anyOf(leaf("a", one), leaf("b", other)).truth()).isEqualTo(either);
        assertThat(Condition.noneOf(leaf("a", one), leaf("b", other)).truth()).isEqualTo(either.negated());
    }

    @Test
    void nothingIsTrueOfAllAndOfNone() {
        assertThat(Condition.allOf().truth()).isEqualTo(Truth.TRUE);
        assertThat(Condition.anyOf().truth()).isEqualTo(Truth.FALSE);
        assertThat(Condition.noneOf().truth()).isEqualTo(Truth.TRUE);
    }

    @Test
    void onlyTheUnknownThatCouldDecideIsMissing() {
        var settled = Condition.anyOf(leaf("known", Truth.TRUE), leaf("idle", Truth.UNKNOWN));
        var open = Condition.allOf(settled, leaf("deciding", Truth.UNKNOWN));

        assertThat(open.missing()).containsExactly("deciding");
        assertThat(Condition.noneOf(open).missing()).containsExactly("deciding");
        assertThat(settled.missing()).isEmpty();
    }

    @Test
    void everyLeafIsRememberedInTheOrderOfTheRule() {
        var condition = Condition.allOf(
                leaf("a", Truth.TRUE), Condition.noneOf(leaf("b", Truth.FALSE), leaf("c", Truth.UNKNOWN)));

        assertThat(condition.observations()).extracting(Observation::fact).containsExactly("a", "b", "c");
    }

    @Test
    void underNoneOfALeafAsksForTheOppositeOfItsTest() {
        var absent = new Leaf("export.sccEffective", new Known<>(false), "=", "≠", true, Truth.FALSE);
        var seen = new Observation("export.sccEffective", "false", "= true", "= false", Truth.FALSE);
        var turned = new Observation("export.sccEffective", "false", "= false", "= true", Truth.TRUE);

        assertThat(Condition.noneOf(absent).observations()).containsExactly(turned);
        assertThat(Condition.noneOf(Condition.noneOf(absent)).observations()).containsExactly(seen);
        assertThat(Condition.noneOf(leaf("a", Truth.UNKNOWN)).observations())
                .containsExactly(new Observation("a", null, "≤ 5", "> 5", Truth.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({"TRUE, true, true", "UNKNOWN, true, false", "FALSE, false, false"})
    void whatIsUnknownIsPossibleButNotCertain(Truth truth, boolean possible, boolean certain) {
        assertThat(leaf("a", truth).possible()).isEqualTo(possible);
        assertThat(leaf("a", truth).certain()).isEqualTo(certain);
    }

    private static Condition leaf(String fact, Truth truth) {
        return new Leaf(fact, new Unknown<>(), ">", "≤", 5, truth);
    }
}
