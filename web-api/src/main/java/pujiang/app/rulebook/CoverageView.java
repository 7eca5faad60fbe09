package pujiang.app.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.law.Contradiction;

/**
 * The rule book compared with the decisions under it.
 *
 * @param ruleBook digest of the rules that are counted
 * @param unanswered decisions that the engine left to an officer; they evaluated no rule
 * @param underOtherBooks decisions under other rules; they are counted by the ids of their findings
 * @param neverAsked rules whose gate or whose days no decision met, by id and first day
 * @param neverFired rules that were evaluated and never fired
 * @param alwaysFired rules that were evaluated often enough and always fired
 * @param alwaysFrom how often that is
 * @param contradictions pairs of rules that a decision cannot satisfy together, each with the first decision that
 * showed it
 * @param strangers findings of rules that the book does not have, or that were not in force, with their number
 */
public record CoverageView(
        String ruleBook,
        long decisions,
        long unanswered,
        long underOtherBooks,
        List<InstrumentCoverage> instruments,
        List<String> neverAsked,
        List<String> neverFired,
        List<String> alwaysFired,
        int alwaysFrom,
        List<Witnessed> contradictions,
        Map<String, Long> strangers) {

    /** @param rules one for each version, in the order of their ids */
    public record InstrumentCoverage(String instrument, Bilingual name, List<RuleCoverage> rules) {}

    /**
     * One version of a rule.
     *
     * @param from the first day in force
     * @param to the last day, or null while it is in force
     * @param asked evaluations by decisions at its gates on its days
     * @param fired of those
     * @param outcomes of the rule, with their number
     * @param first the first day on which it fired, by the decisions' own dates; null if it never did
     * @param last the last such day
     */
    public record RuleCoverage(
            String rule,
            Bilingual title,
            String article,
            Set<Gate> gates,
            LocalDate from,
            @Nullable LocalDate to,
            long asked,
            long fired,
            Map<Outcome, Long> outcomes,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {

        String name() {
            return rule + " (" + from + ")";
        }

        @JsonIgnore
        public boolean neverFired() {
            return asked > 0 && fired == 0;
        }

        @JsonIgnore
        public boolean alwaysFired() {
            return asked >= Coverage.ALWAYS_FROM && fired == asked;
        }
    }

    /**
     * @param witness what the decision was about
     * @param on its evaluation date
     */
    public record Witnessed(Contradiction pair, String witness, Gate gate, LocalDate on) {}
}
