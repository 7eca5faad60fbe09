package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.compliance.ExportFacts;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;

/** Every rule fires where it should, is silent where it should, and begins on its day. */
class RuleCasesTest {

    /** Beside the rules' own dates on purpose: a wrong date in a rule must not agree with itself. */
    private static final Map<String, LocalDate> IN_FORCE = Map.ofEntries(
            Map.entry("CBDF-5-4", LocalDate.of(2024, 3, 22)),
            Map.entry("CBDF-7-2", LocalDate.of(2024, 3, 22)),
            Map.entry("CBDF-8-1", LocalDate.of(2024, 3, 22)),
            Map.entry("CSL-39-1", LocalDate.of(2026, 1, 1)),
            Map.entry("DSL-21-1", LocalDate.of(2021, 9, 1)),
            Map.entry("DSL-33-1", LocalDate.of(2021, 9, 1)),
            Map.entry("DSL-33-2", LocalDate.of(2021, 9, 1)),
            Map.entry("PIPL-4-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-13-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-23-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-29-1", LocalDate.of(2021, 11, 1)),
            Map.entry("PIPL-39-1", LocalDate.of(2021, 11, 1)),
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
        var day = Objects.requireNonNull(IN_FORCE.get(stated.rule()));

        assertThat(outcome(stated, on(day.minusDays(1), stated))).isEqualTo("silent");
        assertThat(outcome(stated, on(day, stated))).isEqualTo(stated.expected());
    }

    @Test
    void theBookTellsTheDaysThatItsRulesObey() {
        assertThat(Cases.LAW.book().rules()).allSatisfy(rule -> {
            assertThat(rule.from()).isEqualTo(IN_FORCE.get(rule.id()));
            assertThat(rule.to()).isNull();
        });
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

    /** What fires of itself; a case about the age of an assessment would not survive the change of day. */
    static Stream<Case> firing() {
        return cases().filter(Case::fires).filter(one -> !one.changes().contains("assessmentDate"));
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
