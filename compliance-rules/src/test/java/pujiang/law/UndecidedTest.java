package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Verdict;

/** What is not known is never read as "no": it waits for an officer where it matters, and is silent where it cannot. */
class UndecidedTest {

    @ParameterizedTest(name = "{0} at {1} with {2}: {3}, missing {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
      P0 | LISTING  | {"product.sourceExplained": "?"} | REQUIRE_REVIEW | product.sourceExplained
      P0 | ORDER    | {"pi.legalBasis": "?", "export.ytdSensitive": "?"} | ALLOW | ''
      P1 | ORDER    | {"pi.separateConsentProvide": "?"} | REQUIRE_REVIEW | pi.separateConsentProvide
      P1 | ORDER    | {"pi.recipientNotified": false, "pi.separateConsentProvide": "?"} | DENY | ''
      P1 | ORDER    | {"export.ytdNonSensitive": "?", "export.assessmentStatus": "?"} | ALLOW | ''
      P3 | ORDER    | {"export.ytdNonSensitive": "?"} | REQUIRE_REVIEW | export.ytdNonSensitive
      P3 | ORDER    | {"export.ytdSensitive": 20000, "export.ytdNonSensitive": "?"} | DENY | export.ytdNonSensitive
      P3 | ORDER    | {"export.assessmentDate": "?"} | ALLOW | ''
      P3 | ORDER    | {"export.ytdNonSensitive": 150000, "export.sccEffective": "?"}|REQUIRE_REVIEW|export.sccEffective
      """)
    void anUnknownFactIsNamedWhereItMattersAndOnlyThere(
            String profile, Gate gate, String changes, Verdict verdict, String missing) {
        var decision = Cases.LAW.review(Cases.question(profile, gate, changes));

        assertThat(decision.verdict()).isEqualTo(verdict);
        assertThat(decision.missing()).isEqualTo(missing.isEmpty() ? List.of() : Arrays.asList(missing.split(" ")));
    }

    @Test
    void aReliefThatIsUndecidedLeavesTheRuleThatItLiftsUndecided() {
        var decision = Cases.LAW.review(Cases.question(
                "P3",
                Gate.ORDER,
                "{\"export.ytdNonSensitive\": \"?\", \"export.ytdSensitive\": 0, \"export.sccEffective\": false}"));

        assertThat(Cases.fired(decision))
                .containsEntry("CBDF-5-4", Outcome.REQUIRE_REVIEW)
                .containsEntry("CBDF-8-1", Outcome.REQUIRE_REVIEW);
        assertThat(decision.missing()).containsExactly("export.ytdNonSensitive");
    }

    @Test
    void whetherDataIsAutomotiveMattersOnlyWhereItCouldThenBeImportant() {
        var fewPersons = Cases.LAW.review(Cases.question("P3", Gate.ORDER, "{\"product.vehicleData\": \"?\"}"));
        var manyPersons = Cases.LAW.review(
                Cases.question("P3", Gate.ORDER, "{\"product.vehicleData\": \"?\", \"product.subjectCount\": 100001}"));

        assertThat(Cases.fired(fewPersons)).containsOnly(Map.entry("CBDF-5-4", Outcome.RELIEF));
        assertThat(Cases.fired(manyPersons))
                .containsEntry("AUTO-3-1", Outcome.REQUIRE_REVIEW)
                .containsEntry("CBDF-5-4", Outcome.REQUIRE_REVIEW);
        assertThat(manyPersons.missing()).containsExactly("product.vehicleData");
    }

    @Test
    void aPublicListOfTheDayIsNeededForTheReliefOfTheZone() {
        var claim = "{\"evalDate\": \"%s\", \"export.ytdNonSensitive\": 150000, \"seller.ftzRegistered\": true,"
                + " \"export.negListFieldPublished\": true, \"export.onNegList\": \"NO\"}";

        assertThat(Cases.LAW
                        .review(Cases.question("P3", Gate.ORDER, claim.formatted("2025-02-07")))
                        .verdict())
                .isEqualTo(Verdict.REQUIRE_REVIEW);
        assertThat(Cases.LAW
                        .review(Cases.question("P3", Gate.ORDER, claim.formatted("2025-02-08")))
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    @Test
    void aReliefThatIsDecidedSilencesTheRuleThatItLifts() {
        var decision = Cases.LAW.review(Cases.question("P3", Gate.ORDER, "{\"export.ytdNonSensitive\": 99999}"));

        assertThat(Cases.fired(decision)).containsOnlyKeys("CBDF-5-4");
        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void onAnEmptySheetNoGateOpens() {
        for (var gate : Gate.values()) {
            var question = Cases.question("P0", gate, "{}").given(FactSheet.empty());
            assertThat(Cases.LAW.review(question).verdict()).as(gate.name()).isEqualTo(Verdict.REQUIRE_REVIEW);
        }
    }

    @Test
    void aDutyThatIsOpenAtDeliveryHoldsTheDelivery() {
        var order = Cases.question("P3", Gate.ORDER, "{\"export.ytdNonSensitive\": 150000}");
        var delivery = Cases.question("P3", Gate.DELIVERY, "{\"export.ytdNonSensitive\": 150000}");

        assertThat(Cases.LAW.review(order).verdict()).isEqualTo(Verdict.ALLOW_WITH_OBLIGATIONS);
        assertThat(Cases.LAW.review(delivery).verdict()).isEqualTo(Verdict.DENY);
    }

    @Test
    void aFindingTellsWhatWasSeenAndWhatIsRequired() {
        var decision = Cases.LAW.review(Cases.question("P1", Gate.ORDER, "{\"pi.separateConsentProvide\": false}"));

        assertThat(decision.findings().getFirst().conditions())
                .filteredOn(leaf -> leaf.fact().equals("pi.separateConsentProvide"))
                .singleElement()
                .satisfies(leaf -> {
                    assertThat(leaf.observed()).isEqualTo("false");
                    assertThat(leaf.required()).isEqualTo("= true");
                });
    }

    @Test
    void anEngineThatFailsSendsTheQuestionToAnOfficer() {
        var facts = Cases.question("P0", Gate.ORDER, "{}").facts();

        var decision = Cases.LAW.review(new ProposedExchange(Gate.ORDER, LocalDate.MAX, facts));

        assertThat(decision.verdict()).isEqualTo(Verdict.REQUIRE_REVIEW);
        assertThat(Cases.fired(decision)).containsOnlyKeys("ENGINE");
    }

    @Test
    void threadsMayShareOneReview() {
        var questions = Cases.examples().stream().map(Cases::question).toList();
        var alone = questions.stream().map(Cases.LAW::review).toList();

        var parted = IntStream.range(0, 50_000)
                .parallel()
                .map(i -> i * 31 % questions.size())
                .filter(which -> !Cases.LAW.review(questions.get(which)).equals(alone.get(which)));

        assertThat(parted.count()).isZero();
    }
}
