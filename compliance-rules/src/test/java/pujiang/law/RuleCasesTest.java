package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.compliance.ExportFacts;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Verdict;

/** Every rule fires where it should, is silent where it should, and begins on its day. */
class RuleCasesTest {

    /** Beside the rules' own dates on purpose: a wrong date in a rule must not agree with itself. */
    private static final Map<String, LocalDate> IN_FORCE = Map.ofEntries(
            Map.entry("CBDF-5-4", LocalDate.of(2024, 3, 22)),
            Map.entry("CBDF-7-2", LocalDate.of(2024, 3, 22)),
            Map.entry("CBDF-8-1", LocalDate.of(2024, 3, 22)),
            Map.entry("CSL-23-1", LocalDate.of(2017, 6, 1)),
            Map.entry("CSL-39-1", LocalDate.of(2024, 3, 22)),
            Map.entry("DSL-21-1", LocalDate.of(2021, 9, 1)),
            Map.entry("DSL-21-2", LocalDate.of(2021, 9, 1)),
            Map.entry("DSL-24-1", LocalDate.of(2021, 9, 1)),
            Map.entry("DSL-25-1", LocalDate.of(2021, 9, 1)),
            Map.entry("DSL-31-1", LocalDate.of(2021, 9, 1)),
            Map.entry("DSL-32-1", LocalDate.of(2021, 9, 1)),
            Map.entry("DSL-33-1", LocalDate.of(2021, 9, 1)),
            Map.entry("DSL-33-2", LocalDate.of(2021, 9, 1)),
            Map.entry("DSL-33-3", LocalDate.of(2021, 9, 1)),
            Map.entry("DSL-36-1", LocalDate.of(2021, 9, 1)),
            Map.entry("DSL-53-1", LocalDate.of(2021, 9, 1)),
            Map.entry("NDSR-12-1", LocalDate.of(2025, 1, 1)),
            Map.entry("NDSR-12-2", LocalDate.of(2025, 1, 1)),
            Map.entry("NDSR-18-1", LocalDate.of(2025, 1, 1)),
            Map.entry("NDSR-29-1", LocalDate.of(2025, 1, 1)),
            Map.entry("NDSR-30-1", LocalDate.of(2025, 1, 1)),
            Map.entry("NDSR-31-1", LocalDate.of(2025, 1, 1)),
            Map.entry("NDSR-33-1", LocalDate.of(2025, 1, 1)),
            Map.entry("PIPL-4-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-6-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-10-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-13-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-14-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-14-2", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-15-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-17-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-19-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-20-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-21-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-23-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-23-2", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-24-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-25-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-26-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-27-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-28-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-29-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-31-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-38-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-39-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-42-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-51-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-52-1", LocalDate.of(2025, 5, 1)),
            Map.entry("PIPL-55-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-56-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-57-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-58-1", LocalDate.of(2021, 11, 1)),
            Map.entry("SDE-1", LocalDate.of(2022, 8, 16)),
            Map.entry("SDE-4", LocalDate.of(2022, 8, 16)),
            Map.entry("SHDR-55-2", LocalDate.of(2022, 1, 1)));

    record Case(String rule, String profile, Gate gate, String changes, String expected) {

        ProposedExchange question() {
            return Cases.question(profile, gate, changes);
        }

        boolean fires() {
            return !expected.equals("silent");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyRuleFiresOrStaysSilentAsStated(Case stated) {
        assertThat(outcome(stated, stated.question())).isEqualTo(stated.expected());
    }

    @Test
    void everyRuleHasACaseThatFiresAndOneThatIsSilentAndADay() {
        var rules = Cases.LAW.book().rules().stream().map(Rule::id).collect(Collectors.toSet());

        assertThat(rulesOf(cases().filter(Case::fires))).isEqualTo(rules);
        assertThat(rulesOf(cases().filter(one -> !one.fires()))).isEqualTo(rules);
        assertThat(IN_FORCE.keySet()).isEqualTo(rules);
    }

    @ParameterizedTest
    @MethodSource("firing")
    void aRuleIsSilentOnTheDayBeforeItIsInForceAndFiresOnTheDay(Case stated) {
        var day = IN_FORCE.get(stated.rule());

        assertThat(outcome(stated, on(day.minusDays(1), stated))).isEqualTo("silent");
        assertThat(outcome(stated, on(day, stated))).isEqualTo(stated.expected());
    }

    @Test
    void theBookTellsTheDaysThatItsRulesObey() {
        var rules = Cases.LAW.book().rules();

        IN_FORCE.forEach((id, day) -> assertThat(rules.stream()
                        .filter(rule -> rule.id().equals(id))
                        .map(Rule::from)
                        .findFirst())
                .as(id)
                .contains(day));
    }

    @ParameterizedTest(name = "{0} on {2}: article {3}, in force {4} to {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
      CSL-23-1 | P0 POST {"log.retentionMonths": 5}  | 2025-12-31 | 21(3) | 2017-06-01 | 2025-12-31
      CSL-23-1 | P0 POST {"log.retentionMonths": 5}  | 2026-01-01 | 23(3) | 2026-01-01 |
      CSL-39-1 | P3 ORDER {"seller.isCIIO": "YES"}     | 2025-12-31 | 37    | 2024-03-22 | 2025-12-31
      CSL-39-1 | P3 ORDER {"seller.isCIIO": "YES"}     | 2026-01-01 | 39    | 2026-01-01 |
      CSL-39-1 | P3 ORDER {"seller.isCIIO": "UNKNOWN"} | 2025-12-31 | 37    | 2024-03-22 | 2025-12-31
      CSL-39-1 | P3 ORDER {"seller.isCIIO": "UNKNOWN"} | 2026-01-01 | 39    | 2026-01-01 |
      """)
    void aRenumberedArticleIsCitedByTheNumberOfItsDay(
            String rule, String stated, LocalDate day, String article, LocalDate from, @Nullable LocalDate to) {
        var parts = stated.split(" ", 3);
        var facts = Cases.question(parts[0], Gate.valueOf(parts[1]), parts[2]).facts();
        var decision = Cases.LAW.review(new ProposedExchange(Gate.valueOf(parts[1]), day, facts));

        assertThat(decision.findings())
                .filteredOn(finding -> finding.rule().equals(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.article()).isEqualTo(article);
                    assertThat(finding.from()).isEqualTo(from);
                    assertThat(finding.to()).isEqualTo(to);
                });
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void aBaseProfileIsLawfulAtEveryGate(Gate gate) {
        for (var profile : Cases.profiles()) {
            var decision = Cases.LAW.review(Cases.question(profile, gate, "{}"));

            assertThat(decision.verdict()).as(profile).isEqualTo(Verdict.ALLOW);
            assertThat(Cases.fired(decision).values()).as(profile).allMatch(Outcome.RELIEF::equals);
        }
    }

    @Test
    void theBookTellsTheTextsAsTheyAreMeantToBeRead() {
        var rule = Cases.LAW.book().rule("PIPL-13-1");

        assertThat(rule.title().zh()).isEqualTo("合法性基础");
        assertThat(rule.title().en()).isEqualTo("Legal basis for the provision");
        assertThat(rule.article()).isEqualTo("13(1)");
        assertThat(rule.file()).isEqualTo("pipl/art-13.drl");
    }

    @Test
    void theBookTellsTheGatesAtWhichItsRulesAreAsked() {
        var asked = new TreeMap<String, Set<Gate>>();
        cases().filter(Case::fires)
                .forEach(one -> asked.merge(one.rule(), Set.of(one.gate()), (all, more) -> Stream.of(all, more)
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet())));

        asked.forEach((rule, gates) ->
                assertThat(Cases.LAW.book().rule(rule).gates()).as(rule).containsAll(gates));
    }

    static Stream<Case> cases() {
        return Cases.resource("cases.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split(" \\| ")))
                .map(cells ->
                        new Case(cells.get(0), cells.get(1), Gate.valueOf(cells.get(2)), cells.get(3), cells.get(4)));
    }

    /** What fires of itself; a case about the age of an assessment or a report would not survive the change of day. */
    static Stream<Case> firing() {
        return cases().filter(Case::fires).filter(one -> Stream.of("assessmentDate", "lastRiskReportYear\": 2")
                .noneMatch(one.changes()::contains));
    }

    private static ProposedExchange on(LocalDate day, Case stated) {
        var question = stated.question();
        return new ProposedExchange(question.gate(), day, question.facts().withNone(ExportFacts.CERT_VALID_UNTIL));
    }

    private static String outcome(Case stated, ProposedExchange question) {
        var fired = Cases.fired(Cases.LAW.review(question));
        assertThat(fired).doesNotContainKey("ENGINE");
        Outcome outcome = fired.get(stated.rule());
        return outcome == null ? "silent" : outcome.name();
    }

    private static Set<String> rulesOf(Stream<Case> cases) {
        return cases.map(Case::rule).collect(Collectors.toSet());
    }
}
