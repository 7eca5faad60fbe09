package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Truth;

/** The words of the law that more than one fact decides. */
class DefinitionsTest {

    @ParameterizedTest(name = "{0}: {1} after {2} h, reported {3}: too late {4}")
    @CsvSource(
            textBlock =
                    """
      2026-11-23, LARGER,      5, false, TRUE
      2026-11-23, LARGER,      4, false, FALSE
      2026-11-23, EXTRA_MAJOR, 5, false, TRUE
      2026-11-23, GENERAL,   500, false, FALSE
      2026-11-23, LARGER,      5, true,  FALSE
      2026-11-23, ?,           5, false, UNKNOWN
      2026-11-23, ?,           4, false, FALSE
      2025-11-01, MAJOR,       5, false, TRUE
      2025-10-31, MAJOR,       5, false, FALSE
      """)
    void theClockOfAReportRunsForFourHoursSinceThereIsOne(
            LocalDate day, String level, String hours, String reported, Truth late) {
        var changes =
                """
                {"incident.level": "%s", "incident.hoursKnown": %s, "incident.reported": %s}"""
                        .formatted(level, hours, reported);

        assertThat(Definitions.hasRunOutOfTimeToReport(on(day, "P1", Gate.POST, changes))
                        .truth())
                .isEqualTo(late);
    }

    @ParameterizedTest(name = "{0}: important {1}, designated {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
      {"product.grade": "IMPORTANT"}                                                            | TRUE    | FALSE
      {"product.importantStatus": "DESIGNATED"}                                                 | TRUE    | TRUE
      {"product.importantStatus": "DECLARED_PENDING"}                                           | FALSE   | FALSE
      {"product.vehicleData": true, "product.vehicleImportantKind": true}                       | TRUE    | TRUE
      {"product.vehicleData": true, "product.subjectCount": 100000}                             | FALSE   | FALSE
      {"product.vehicleData": true, "product.subjectCount": 100001}                             | TRUE    | TRUE
      {"product.vehicleData": true, "product.subjectCount": 100001, "product.deidStatus": "NOT_PI"} | FALSE | FALSE
      {"product.subjectCount": 100001, "product.vehicleImportantKind": true}                    | FALSE   | FALSE
      {"product.vehicleData": "?", "product.subjectCount": 100001}                              | UNKNOWN | UNKNOWN
      {"product.vehicleData": "?", "product.subjectCount": 100001, "product.grade": "IMPORTANT"} | TRUE   | UNKNOWN
      """)
    void aGradeMakesDataImportantButOnlyAnAuthorityOrTheKindOfDataDesignatesIt(
            String changes, Truth important, Truth designated) {
        var question = Cases.question("P1", Gate.ORDER, changes);

        assertThat(Definitions.isImportant(question).truth()).isEqualTo(important);
        assertThat(Definitions.isDesignatedImportant(question).truth()).isEqualTo(designated);
    }

    private static ProposedExchange on(LocalDate day, String profile, Gate gate, String changes) {
        return new ProposedExchange(
                gate, day, Cases.question(profile, gate, changes).facts());
    }
}
