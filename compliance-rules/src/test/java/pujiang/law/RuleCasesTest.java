package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;

/** Every rule fires and is silent where it should, and begins on its day; its later days: {@link VersionsTest}. */
class RuleCasesTest {

    /** Beside the rules' own dates on purpose: a wrong date in a rule must not agree with itself. */
    private static final Map<String, LocalDate> IN_FORCE = Map.ofEntries(
            Map.entry("AUTO-3-1", LocalDate.of(2021, 10, 1)),
            Map.entry("CBDF-3-1", LocalDate.of(2024, 3, 22)),
            Map.entry("CBDF-5-1", LocalDate.of(2024, 3, 22)),
            Map.entry("CBDF-5-4", LocalDate.of(2024, 3, 22)),
            Map.entry("CBDF-6-1", LocalDate.of(2024, 3, 22)),
            Map.entry("CBDF-7-2", LocalDate.of(2024, 3, 22)),
            Map.entry("CBDF-8-1", LocalDate.of(2024, 3, 22)),
            Map.entry("CBDF-9-1", LocalDate.of(2024, 3, 22)),
            Map.entry("CREDIT-7-1", LocalDate.of(2013, 3, 15)),
            Map.entry("CRYPT-41-1", LocalDate.of(2020, 1, 1)),
            Map.entry("CSL-23-1", LocalDate.of(2017, 6, 1)),
            Map.entry("CSL-39-1", LocalDate.of(2024, 3, 22)),
            Map.entry("DPRR-21-1", LocalDate.of(2026, 7, 1)),
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
            Map.entry("ESL-13-1", LocalDate.of(2005, 4, 1)),
            Map.entry("FACE-8-1", LocalDate.of(2025, 6, 1)),
            Map.entry("FACE-15-1", LocalDate.of(2025, 6, 1)),
            Map.entry("GBT37932-1", LocalDate.of(2020, 3, 1)),
            Map.entry("HGR-10-1", LocalDate.of(2019, 7, 1)),
            Map.entry("HGR-28-1", LocalDate.of(2019, 7, 1)),
            Map.entry("MAP-18-1", LocalDate.of(2006, 9, 1)),
            Map.entry("MINOR-37-1", LocalDate.of(2024, 1, 1)),
            Map.entry("NDSR-12-1", LocalDate.of(2025, 1, 1)),
            Map.entry("NDSR-12-2", LocalDate.of(2025, 1, 1)),
            Map.entry("NDSR-18-1", LocalDate.of(2025, 1, 1)),
            Map.entry("NDSR-29-1", LocalDate.of(2025, 1, 1)),
            Map.entry("NDSR-30-1", LocalDate.of(2025, 1, 1)),
            Map.entry("NDSR-31-1", LocalDate.of(2025, 1, 1)),
            Map.entry("NDSR-33-1", LocalDate.of(2025, 1, 1)),
            Map.entry("PDAO-1", LocalDate.of(2022, 1, 1)),
            Map.entry("PDAO-2", LocalDate.of(2025, 3, 1)),
            Map.entry("PDP-1", LocalDate.of(2025, 1, 16)),
            Map.entry("PDRR-1", LocalDate.of(2025, 3, 1)),
            Map.entry("PICA-4-1", LocalDate.of(2025, 5, 1)),
            Map.entry("PICM-5-1", LocalDate.of(2023, 6, 1)),
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
            Map.entry("SCM-7-1", LocalDate.of(2023, 6, 1)),
            Map.entry("SDE-1", LocalDate.of(2022, 8, 16)),
            Map.entry("SDE-2", LocalDate.of(2022, 8, 16)),
            Map.entry("SDE-3", LocalDate.of(2022, 8, 16)),
            Map.entry("SDE-4", LocalDate.of(2022, 8, 16)),
            Map.entry("SDE-5", LocalDate.of(2022, 8, 16)),
            Map.entry("SDE-6", LocalDate.of(2022, 8, 16)),
            Map.entry("SHDR-40-1", LocalDate.of(2022, 1, 1)),
            Map.entry("SHDR-41-1", LocalDate.of(2022, 1, 1)),
            Map.entry("SHDR-41-2", LocalDate.of(2022, 1, 1)),
            Map.entry("SHDR-45-1", LocalDate.of(2022, 1, 1)),
            Map.entry("SHDR-46-1", LocalDate.of(2022, 1, 1)),
            Map.entry("SHDR-55-1", LocalDate.of(2022, 1, 1)),
            Map.entry("SHDR-55-2", LocalDate.of(2022, 1, 1)),
            Map.entry("SHDR-67-1", LocalDate.of(2022, 1, 1)),
            Map.entry("SPIP-6-1", LocalDate.of(2026, 9, 1)));

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
        assertThat(rulesOf(firing())).isEqualTo(rules);
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
        var first = Cases.LAW.book().rules().stream()
                .collect(Collectors.toMap(Rule::id, Rule::from, BinaryOperator.minBy(Comparator.naturalOrder())));

        assertThat(first).isEqualTo(IN_FORCE);
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

    /** What fires on any day; a case that names a day or a year of its own would not survive another. */
    static Stream<Case> firing() {
        return cases().filter(Case::fires)
                .filter(one -> !one.changes().matches(".*(\\d{4}-\\d\\d-\\d\\d|Year\": \\d).*"));
    }

    private static ProposedExchange on(LocalDate day, Case stated) {
        return new ProposedExchange(stated.gate(), day, stated.question().facts());
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
