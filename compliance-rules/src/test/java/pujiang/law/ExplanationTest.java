package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.compliance.Condition.Observation;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Truth;
import pujiang.compliance.Verdict;
import pujiang.law.NearestFix.Fix;
import tools.jackson.databind.JsonNode;

/** Why, why not, and what would have to be otherwise. */
class ExplanationTest {

    static List<JsonNode> examples() {
        return Cases.examples();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void anExplanationNamesTheFindingsOfTheDecisionAndNoOthers(JsonNode example) {
        var question = Cases.question(example);

        var effects = new TreeMap<String, Outcome>();
        for (var one : Cases.LAW.explain(question)) {
            if (one.effect() == null) continue;
            effects.merge(one.rule().id(), one.effect(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }

        assertThat(effects).isEqualTo(Cases.fired(Cases.LAW.review(question)));
    }

    @Test
    void whyNotIsToldWithWhatWasSeen() {
        var silent = explained("P1", "PIPL-23-1").getFirst();

        assertThat(silent.effect()).isNull();
        assertThat(silent.condition().truth()).isEqualTo(Truth.FALSE);
        assertThat(silent.condition().observations())
                .filteredOn(seen -> seen.fact().equals("pi.separateConsentProvide"))
                .extracting(Observation::observed)
                .contains("true");
    }

    @Test
    void aRuleThatIsNotInForceYetIsNotAsked() {
        var before = Cases.question("P1", Gate.ORDER, "{}").facts();
        var explained = Cases.LAW.explain(new ProposedExchange(Gate.ORDER, LocalDate.of(2021, 10, 31), before));

        assertThat(explained).noneMatch(one -> one.rule().id().equals("PIPL-23-1"));
    }

    @Test
    void aTradeThatPassesNeedsNoFix() {
        assertThat(fix("P1", "{}").changes()).isEmpty();
        assertThat(fix("P1", "{}").found()).isTrue();
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
      P1 | {"pi.separateConsentProvide": false}   | pi.separateConsentProvide=true
      P0 | {"product.stateSecret": "?"}           | product.stateSecret=false
      P0 | {"sde.complianceAssessment": "EXPIRED"} | sde.complianceAssessment=PASS
    """)
    void theNearestFixIsTheFewestChanges(String profile, String changes, String expected) {
        var fix = fix(profile, changes);

        assertThat(fix.changes().stream()
                        .map(change -> change.fact() + "=" + change.to())
                        .sorted()
                        .toList())
                .isEqualTo(List.of(expected.split(", ")));
        assertThat(fix.after().verdict()).isIn(Verdict.ALLOW, Verdict.ALLOW_WITH_OBLIGATIONS);
    }

    /** By rule of hand: one fact nobody knows, every value tried alone. */
    @ParameterizedTest(name = "{0} without {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
      P0 | product.stateSecret     | false
      P0 | product.grade           | GENERAL, IMPORTANT
      P0 | product.importantStatus | NONE, DESIGNATED, DECLARED_PENDING
      P0 | sde.complianceAssessment | PASS
    """)
    void ofAnUnknownFactEveryValueIsToldThatLetsItPass(String profile, String fact, String expected) {
        var question = Cases.question(profile, Gate.ORDER, Map.of(fact, "?"));

        var fix = NearestFix.of(Cases.LAW, question, Cases.LAW.review(question), TimeLimit.NONE);

        assertThat(fix.changes()).singleElement().satisfies(change -> {
            assertThat(change.oneOf()).contains(change.to()).isEqualTo(passing(question, fact));
            assertThat(change.oneOf()).containsExactlyInAnyOrder(expected.split(", "));
        });
    }

    /** Whatever is told passes, whichever value is taken; of values that can be counted none is left out. */
    @Test
    void everyValueToldLetsItPass() {
        long seed = System.currentTimeMillis();
        System.out.println("seed " + seed);
        var seeded = new Random(seed);
        for (int i = 0; i < 60; i++) {
            var question = unknowing(seeded);
            var fix = NearestFix.of(Cases.LAW, question, Cases.LAW.review(question), TimeLimit.NONE);
            for (var change : fix.changes()) {
                var fact = FactDictionary.named(change.fact()).orElseThrow();
                assertThat(change.oneOf()).as("%s", question).contains(change.to());
                if (!fact.values().isEmpty() && change.from() == null) {
                    var others = question.given(fix.after().facts().without(fact));
                    assertThat(change.oneOf()).as("%s", question).isEqualTo(passing(others, change.fact()));
                }
            }
        }
    }

    /** The values of a fact with which a question passes, in no order but that of the remedies. */
    private static List<String> passing(ProposedExchange question, String fact) {
        return Remedies.of(FactDictionary.named(fact).orElseThrow(), question).stream()
                .filter(change -> Cases.LAW
                        .review(question.given(change.then()))
                        .clearance()
                        .isPresent())
                .map(Change::to)
                .toList();
    }

    private static ProposedExchange unknowing(Random random) {
        var names =
                List.of("product.grade", "product.stateSecret", "product.sourceType", "pi.legalBasis", "trade.harm");
        var changes = new TreeMap<String, Object>();
        for (int i = 0; i < 2; i++) changes.put(names.get(random.nextInt(names.size())), "?");
        return Cases.question(List.of("P0", "P1", "P2", "P3").get(random.nextInt(4)), Gate.ORDER, changes);
    }

    @Test
    void twoConsentsThatAreMissingAreTwoChanges() {
        var fix = fix("P1", "{\"pi.recipientNotified\": false, \"pi.separateConsentProvide\": false}");

        assertThat(fix.changes().stream().map(Change::fact))
                .containsExactlyInAnyOrder("pi.recipientNotified", "pi.separateConsentProvide");
    }

    @Test
    void whatNobodyCanRemedyIsSaid() {
        var fix = fix("P0", "{\"product.grade\": \"CORE\"}");

        assertThat(fix.found()).isFalse();
        assertThat(fix.changes()).isEmpty();
        assertThat(fix.beyond()).contains("DSL-21-1");
    }

    /** Brute force over all that can be remedied: what one change mends is never told to need two, and no fix is false. */
    @Test
    void noSmallerFixIsOverlooked() {
        long seed = System.currentTimeMillis();
        System.out.println("seed " + seed);
        var seeded = new Random(seed);
        for (int i = 0; i < 60; i++) {
            var question = spoilt(seeded);
            var now = Cases.LAW.review(question);
            var fix = NearestFix.of(Cases.LAW, question, now, TimeLimit.NONE);
            boolean one = FactDictionary.all().stream()
                    .flatMap(fact -> Remedies.of(fact, question).stream())
                    .anyMatch(change -> Cases.LAW
                            .review(question.given(change.then()))
                            .clearance()
                            .isPresent());
            if (now.clearance().isEmpty() && one)
                assertThat(fix.changes()).as("%s", question).hasSize(1);
            if (fix.found()) {
                assertThat(fix.after().clearance()).isPresent();
            }
        }
    }

    /** A lawful profile with some remediable facts turned the wrong way. */
    private static ProposedExchange spoilt(Random random) {
        var profile = List.of("P0", "P1", "P2", "P3").get(random.nextInt(4));
        var names = List.of(
                "pi.separateConsentProvide",
                "pi.recipientNotified",
                "pi.piaDone",
                "pi.noticeComplete",
                "pi.consentValid");
        var changes = new TreeMap<String, Object>();
        for (int i = 0; i < 2; i++) changes.put(names.get(random.nextInt(names.size())), false);
        return Cases.question(profile, Gate.ORDER, changes);
    }

    private static Fix fix(String profile, String changes) {
        var question = Cases.question(profile, Gate.ORDER, changes);
        return NearestFix.of(Cases.LAW, question, Cases.LAW.review(question), TimeLimit.NONE);
    }

    private static List<ExplainedRule> explained(String profile, String rule) {
        return Cases.LAW.explain(Cases.question(profile, Gate.ORDER, "{}")).stream()
                .filter(one -> one.rule().id().equals(rule))
                .toList();
    }
}
