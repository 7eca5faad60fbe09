package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pujiang.compliance.Condition.allOf;
import static pujiang.compliance.Condition.anyOf;
import static pujiang.compliance.Condition.noneOf;
import static pujiang.law.Postfix.allOfLast;
import static pujiang.law.Postfix.anyOfLast;
import static pujiang.law.Postfix.noneOfLast;
import static pujiang.law.Postfix.postfix;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.compliance.Condition;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProductFacts;

/** A condition of many levels is compiled without any, and says the same. */
class PostfixTest {

    private static final String FILE = "dsl/art-53.drl";
    private static final String NAMES = "dsl/instrument.properties";
    private static final String CONDITION = "is(this, ProductFacts.STATE_SECRET, true)";

    private final Condition a = secret(true);
    private final Condition b = secret(false);
    private final Condition c = Conditions.is(
            Cases.question("P0", Gate.ORDER, "{}").given(FactSheet.empty()), ProductFacts.STATE_SECRET, true);

    @Test
    void whatStandsOneAfterTheOtherIsJoined() {
        assertThat(postfix(a)).isEqualTo(a);
        assertThat(postfix(a, b, allOfLast(2))).isEqualTo(allOf(a, b));
        assertThat(postfix(a, b, c, anyOfLast(2), noneOfLast(1), allOfLast(2)))
                .isEqualTo(allOf(a, noneOf(anyOf(b, c))));
        assertThat(postfix(a, anyOfLast(0), b, c, noneOfLast(3), allOfLast(2)))
                .isEqualTo(allOf(a, noneOf(anyOf(), b, c)));
        assertThat(postfix(allOfLast(0))).isEqualTo(allOf());
    }

    @Test
    void whatIsNotJoinedToOneIsAnError() {
        assertThatThrownBy(() -> postfix(a, b)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> postfix(a, allOfLast(2))).isInstanceOf(RuntimeException.class);
    }

    /** Each level once cost the engine's parser three times the one before: 31 would have taken for ever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "allOf(%s)",
                "anyOf(%s)",
                "noneOf(%s)",
                "allOf(%s, noneOf(anyOf()))",
                "anyOf(allOf(), noneOf(%s))"
            })
    void thirtyOneLevelsAreCompiledAndExplained(String level) {
        var condition = CONDITION;
        var expected = secret(true).truth();
        for (int i = 0; i < (level.contains("(), ") || level.contains("f(anyOf())") ? 15 : 31); i++)
            condition = level.formatted(condition);
        var law = new LawReview(compiled(condition));
        var question = Cases.question("P0", Gate.ORDER, "{\"product.stateSecret\": true}");

        var explainedRule = law.explain(question).getFirst();

        assertThat(explainedRule.condition().observations()).isNotEmpty();
        assertThat(explainedRule.effect() == Outcome.DENY)
                .isEqualTo(!law.review(question).findings().isEmpty());
        if (!level.contains("noneOf(%s"))
            assertThat(explainedRule.condition().truth()).isEqualTo(expected);
    }

    private static RuleBook compiled(String condition) {
        var text = RuleBook.text(FILE).replace(CONDITION, condition);
        return Draft.of(new TreeMap<>(Map.of(NAMES, RuleBook.text(NAMES), FILE, text)))
                .compiled();
    }

    private static Condition secret(boolean is) {
        return Conditions.is(
                Cases.question("P0", Gate.ORDER, "{\"product.stateSecret\": true}"), ProductFacts.STATE_SECRET, is);
    }
}
