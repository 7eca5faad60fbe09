package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Trait;
import pujiang.compliance.Traits;

/** What the law calls an exchange. The traits are computed here, and nowhere else. */
class TraitsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "?",
            textBlock =
                    """
            IDENTIFIABLE,        certain
            DE_IDENTIFIED,       certain
            ANONYMISED_CLAIMED,  undecided
            ?,                   undecided
            ANONYMISED_VERIFIED, no
            NOT_PI,              no
            """)
    void informationIsPersonalUnlessItIsShownToBeAnonymous(String status, String is) {
        assertThat(told(Trait.PERSONAL_INFORMATION, facts("product.deidStatus", status)))
                .isEqualTo(is);
    }

    @ParameterizedTest(name = "to {0} (remote access: {1}): {2}")
    @CsvSource(
            nullValues = "?",
            textBlock =
                    """
            FOREIGN,  ?,     certain
            HK_MO_TW, ?,     certain
            MAINLAND, true,  certain
            ?,        true,  certain
            MAINLAND, false, no
            MAINLAND, ?,     undecided
            ?,        ?,     undecided
            """)
    void dataLeavesTheMainlandWithItsBuyerOrByRemoteAccess(String location, Boolean remote, String is) {
        var facts = facts("buyer.location", location);
        facts.put("buyer.remoteAccessFromAbroad", remote);
        assertThat(told(Trait.CROSSES_THE_BORDER, facts)).isEqualTo(is);
    }

    @ParameterizedTest(name = "{0}, the youngest {1}: {2}")
    @CsvSource(
            nullValues = "?",
            textBlock =
                    """
            ORDINARY,        14, no
            ORDINARY,        13, certain
            HEALTH,          40, certain
            ORDINARY;HEALTH, 40, certain
            FACE,            ?,  certain
            ?,               13, certain
            ORDINARY,        ?,  undecided
            ?,               14, undecided
            """)
    void dataIsSensitiveByItsKindOrByThePersonsAge(String kinds, Integer youngest, String is) {
        var facts = facts("product.minSubjectAge", youngest);
        facts.put("product.piCategories", kinds == null ? null : List.of(kinds.split(";")));
        assertThat(told(Trait.SENSITIVE, facts)).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "?",
            value = {"17, certain", "18, no", "?, undecided"})
    void whoIsNotYetEighteenIsAMinor(Integer youngest, String is) {
        assertThat(told(Trait.OF_MINORS, facts("product.minSubjectAge", youngest)))
                .isEqualTo(is);
    }

    /** Four parts of the program once had four answers. */
    @ParameterizedTest(name = "graded {0}, status {1}, of vehicles {2} about {3} persons: {4}")
    @CsvSource(
            nullValues = "?",
            textBlock =
                    """
            IMPORTANT, NONE,             false, 1,       certain
            GENERAL,   DESIGNATED,       false, 1,       certain
            GENERAL,   NONE,             true,  100001,  certain
            GENERAL,   NONE,             true,  100000,  no
            GENERAL,   NONE,             false, 100001,  no
            GENERAL,   SUSPECTED,        false, 1,       no
            GENERAL,   DECLARED_PENDING, false, 1,       no
            ?,         NONE,             false, 1,       undecided
            """)
    void dataIsImportantByItsGradeByDesignationOrAsVehicleData(
            String grade, String status, boolean vehicles, int persons, String is) {
        var facts = facts("product.grade", grade);
        facts.put("product.importantStatus", status);
        facts.put("product.vehicleData", vehicles);
        facts.put("product.vehicleImportantKind", false);
        facts.put("product.deidStatus", "IDENTIFIABLE");
        facts.put("product.subjectCount", persons);
        assertThat(told(Trait.IMPORTANT_DATA, facts)).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({"SUSPECTED, certain", "DECLARED_PENDING, certain", "DESIGNATED, no", "NONE, no"})
    void whatIsDeclaredOrSuspectedIsPerhapsImportant(String status, String is) {
        assertThat(told(Trait.PERHAPS_IMPORTANT, facts("product.importantStatus", status)))
                .isEqualTo(is);
    }

    /** It is judged by the numbers of the book that is asked. */
    @Test
    void aDraftThatChangesAnAgeChangesTheTrait() {
        var texts = new TreeMap<>(RuleBook.ownTexts());
        texts.computeIfPresent(
                "pipl/thresholds.properties", (_, text) -> text + "age-of-own-consent.2026-01-01 = 16\n");
        var law = new LawReview(Draft.of(texts).compiled());
        var question = question(facts("product.minSubjectAge", 15));

        assertThat(law.traits(question).is(Trait.SENSITIVE)).isTrue();
        assertThat(Cases.LAW.traits(question).is(Trait.SENSITIVE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void aDecisionCarriesTheTraitsOfItsQuestion(Gate gate) {
        var facts = FactSheet.of(Map.of("product.grade", "IMPORTANT", "product.deidStatus", "NOT_PI"));
        var question = new ProposedExchange(gate, TODAY, facts);

        var decision = Cases.LAW.review(question);

        assertThat(decision.traits()).isEqualTo(Cases.LAW.traits(question));
        assertThat(decision.traits().is(Trait.IMPORTANT_DATA)).isTrue();
    }

    private static Map<String, @Nullable Object> facts(String fact, @Nullable Object value) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put(fact, value);
        return facts;
    }

    /** What is null is not stated. */
    private static ProposedExchange question(Map<String, @Nullable Object> facts) {
        var stated = new HashMap<>(facts);
        stated.values().removeIf(value -> value == null);
        return new ProposedExchange(Gate.ORDER, TODAY, FactSheet.of(stated));
    }

    private static String told(Trait trait, Map<String, @Nullable Object> facts) {
        Traits traits = Cases.LAW.traits(question(facts));
        if (traits.is(trait)) return "certain";
        return traits.mayBe(trait) ? "undecided" : "no";
    }
}
