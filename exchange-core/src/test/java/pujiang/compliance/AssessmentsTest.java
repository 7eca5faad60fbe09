package pujiang.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.compliance.Answer.Known;
import pujiang.compliance.Answer.Unknown;
import pujiang.compliance.ExchangeFacts.ComplianceAssessment;

class AssessmentsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest(name = "valid until {0}: harm {1}, compliance {2}")
    @CsvSource(
            textBlock =
                    """
            2026-11-24, NO, PASS
            2026-11-23, NO, PASS
            2026-11-22, ,   EXPIRED
            """)
    void aFindingCountsToItsLastDay(LocalDate until, TradeFacts.Harm harm, ComplianceAssessment compliance) {
        var facts = Assessments.NONE
                .with(assessment("first", until, Map.of("trade.harm", "NO", "sde.complianceAssessment", "PASS")))
                .facts(DAY);

        assertThat(facts.answer(TradeFacts.HARM)).isEqualTo(harm == null ? new Unknown<>() : new Known<>(harm));
        assertThat(facts.answer(ExchangeFacts.SDE_COMPLIANCE_ASSESSMENT)).isEqualTo(new Known<>(compliance));
    }

    @Test
    void ofEachFactTheLastWordCounts() {
        var facts = Assessments.NONE
                .with(assessment("first", DAY, Map.of("trade.harm", "NO", "sde.qualityAssessment", true)))
                .with(assessment("second", DAY, Map.of("trade.harm", "POSSIBLE")))
                .facts(DAY);

        assertThat(facts.stated())
                .isEqualTo(Map.of("trade.harm", TradeFacts.Harm.POSSIBLE, "sde.qualityAssessment", true));
    }

    @Test
    void aFindingThatLapsedDoesNotBringAnOlderOneBack() {
        var facts = Assessments.NONE
                .with(assessment("first", DAY.plusYears(1), Map.of("trade.harm", "NO")))
                .with(assessment("second", DAY.minusDays(1), Map.of("trade.harm", "YES")))
                .facts(DAY);

        assertThat(facts.answer(TradeFacts.HARM)).isEqualTo(new Unknown<>());
    }

    @Test
    void whatAnAssessorFoundComesFromAnAssessment() {
        var facts = Assessments.NONE
                .with(assessment("first", DAY, Map.of("trade.harm", "NO")))
                .facts(DAY);

        assertThat(facts.sources()).hasToString("{ASSESSMENT=[trade.harm]}");
    }

    private static Assessment assessment(String id, LocalDate until, Map<String, Object> facts) {
        return new Assessment(new AssessmentId(id), "a law firm", FactSheet.of(facts), "report", until);
    }
}
