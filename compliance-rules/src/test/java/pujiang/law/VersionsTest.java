package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.compliance.Finding;
import pujiang.compliance.ProposedExchange;

/** Where the law has changed, each day is judged by the version of its day, and a finding cites that one. */
class VersionsTest {

    /** Beside the rules' own dates on purpose, and the only rules with an end. */
    @ParameterizedTest(name = "{0} from {1} to {2} is {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            CRYPT-41-1 | 2020-01-01 | 2023-06-30 | 密码法27
            CRYPT-41-1 | 2023-07-01 |            | 41
            CSL-23-1   | 2017-06-01 | 2025-12-31 | 21(3)
            CSL-23-1   | 2026-01-01 |            | 23(3)
            CSL-39-1   | 2024-03-22 | 2025-12-31 | 37
            CSL-39-1   | 2026-01-01 |            | 39
            GBT37932-1 | 2020-03-01 | 2026-06-30 | GB/T 37932-2019
            GBT37932-1 | 2026-07-01 |            | GB/T 37932-2025
            PDAO-1     | 2022-01-01 | 2025-02-28 | 上海市数据条例44、45(1)
            PDAO-1     | 2025-03-01 |            | 授权运营协议
            PDAO-2     | 2025-03-01 | 2030-02-28 | 再开发
            PICM-5-1   | 2023-06-01 | 2025-12-31 | 个人信息出境标准合同办法4(3)
            PICM-5-1   | 2026-01-01 |            | 5
            """)
    void aFindingCitesTheVersionOfItsDay(String id, LocalDate from, @Nullable LocalDate to, String article) {
        var cases = casesOf(id);

        assertThat(cases).isNotEmpty().allSatisfy(one -> {
            for (var day : to == null ? List.of(from, from.plusYears(9)) : List.of(from, to)) {
                assertThat(finding(one, day)).hasValueSatisfying(found -> {
                    assertThat(found.article()).isEqualTo(article);
                    assertThat(found.from()).isEqualTo(from);
                    assertThat(found.to()).isEqualTo(to);
                    assertThat(found.outcome().name()).isEqualTo(one.expected());
                });
            }
            assertThat(citesOn(one, from.minusDays(1))).isNotEqualTo(article);
            if (to != null) assertThat(citesOn(one, to.plusDays(1))).isNotEqualTo(article);
        });
    }

    @Test
    void theVersionsOfARuleFollowEachOtherWithoutGapOrOverlap() {
        Cases.LAW.book().rules().stream()
                .collect(Collectors.groupingBy(Rule::id))
                .values()
                .forEach(versions -> {
                    for (int i = 1; i < versions.size(); i++) {
                        var former = versions.get(i - 1).to();
                        assertThat(former)
                                .as(versions.get(i).id())
                                .isEqualTo(versions.get(i).from().minusDays(1));
                    }
                });
    }

    @Test
    void onlyTheRulesAboveHaveAnEndOrAFormerVersion() {
        var changed = Cases.LAW.book().rules().stream()
                .filter(rule -> rule.to() != null)
                .map(Rule::id);

        assertThat(changed)
                .containsExactlyInAnyOrder(
                        "CRYPT-41-1", "CSL-23-1", "CSL-39-1", "GBT37932-1", "PDAO-1", "PDAO-2", "PICM-5-1");
    }

    private static List<RuleCasesTest.Case> casesOf(String id) {
        return RuleCasesTest.firing().filter(one -> one.rule().equals(id)).toList();
    }

    private static Optional<Finding> finding(RuleCasesTest.Case one, LocalDate day) {
        var question = new ProposedExchange(one.gate(), day, one.question().facts());
        return Cases.LAW.review(question).findings().stream()
                .filter(found -> found.rule().equals(one.rule()))
                .findFirst();
    }

    private static String citesOn(RuleCasesTest.Case one, LocalDate day) {
        return finding(one, day).map(Finding::article).orElse("none");
    }
}
