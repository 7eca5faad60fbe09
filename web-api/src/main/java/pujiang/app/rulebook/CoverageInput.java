package pujiang.app.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pujiang.app.evaluate.Question;
import pujiang.compliance.Decision;
import pujiang.compliance.Finding;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;
import pujiang.law.LawReview;
import pujiang.refusal.Invalid;
import tools.jackson.databind.JsonNode;

/**
 * A past decision, as far as coverage is counted from it.
 *
 * @param fired findings by the rule's id
 * @param ruleBook digest of the rules that were evaluated
 * @param of the trade's, listing's or participant's id
 */
record CoverageInput(ProposedExchange question, Map<String, Outcome> fired, String ruleBook, String of) {

    static CoverageInput of(Decision decision, String about) {
        var fired = new TreeMap<String, Outcome>();
        decision.findings()
                .forEach((Finding finding) -> fired.merge(finding.rule(), finding.outcome(), CoverageInput::stronger));
        var question = new ProposedExchange(decision.gate(), decision.on(), decision.facts());
        return new CoverageInput(question, fired, decision.ruleBook(), about);
    }

    /** @throws Invalid at what is missing or wrong */
    static CoverageInput saved(JsonNode saved) {
        var fired = new TreeMap<String, Outcome>();
        for (var finding : saved.at("/decision/findings")) {
            var rule = finding.path("rule").asString("");
            if (rule.isEmpty()) throw Invalid.at("/decision/findings", "fact.wrong-value", "must name its rule");
            fired.merge(rule, outcome(finding.path("outcome").asString("")), CoverageInput::stronger);
        }
        var ruleBook = saved.at("/decision/ruleBook").asString("");
        var of = saved.at("/of/trade").asString("");
        return new CoverageInput(Question.of(Question.saved(saved)), fired, ruleBook, of);
    }

    private static Outcome outcome(String name) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Invalid.at(
                        "/decision/findings/outcome",
                        "fact.wrong-value",
                        "must be one of " + Arrays.toString(Outcome.values())));
    }

    private static Outcome stronger(Outcome one, Outcome other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** The engine failed, or timed out: no rule counts as evaluated. */
    boolean isUnanswered() {
        return fired.containsKey(LawReview.NO_ANSWER);
    }

    /** Rules with a finding against the subject, by id. */
    List<String> objecting() {
        return fired.entrySet().stream()
                .filter(one -> one.getValue().compareTo(Outcome.NOTICE) > 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
