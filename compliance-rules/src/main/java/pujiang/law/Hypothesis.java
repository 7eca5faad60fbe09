package pujiang.law;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Condition.Observation;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.Finding;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Truth;

/**
 * The result of the rules on hypothetical facts, as far as it is decided.
 *
 * @param objections findings with a requirement
 * @param reliefs findings that are exemptions
 */
record Hypothesis(ProposedExchange question, List<Finding> objections, List<Finding> reliefs) {

    static Hypothesis of(ComplianceReview law, ProposedExchange question) {
        var decided = law.review(question).findings().stream()
                .filter(Hypothesis::isDecided)
                .toList();
        return new Hypothesis(
                question,
                decided.stream()
                        .filter(finding -> finding.outcome().compareTo(Outcome.NOTICE) > 0)
                        .toList(),
                decided.stream()
                        .filter(finding -> finding.outcome() == Outcome.RELIEF)
                        .toList());
    }

    /** By its observations; a finding that holds despite an unknown fact is counted as undecided here. */
    private static boolean isDecided(Finding finding) {
        return finding.conditions().stream().noneMatch(seen -> seen.truth() == Truth.UNKNOWN);
    }

    /** The facts that support a finding, by name. A false observation does not support it. */
    static Set<String> seen(Finding finding) {
        return finding.conditions().stream()
                .filter(seen -> seen.truth() == Truth.TRUE)
                .map(Observation::fact)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> objecting() {
        return objections.stream().map(Finding::rule).collect(Collectors.toSet());
    }

    boolean objects(String rule) {
        return objections.stream().anyMatch(finding -> finding.rule().equals(rule));
    }

    boolean relieves(String rule) {
        return reliefs.stream().anyMatch(finding -> finding.rule().equals(rule));
    }

    /** Whether this fact is the only remedy of the rule's finding, if it has one. */
    boolean onlyWayOut(String rule, String fact) {
        return objections.stream()
                .filter(finding -> finding.rule().equals(rule))
                .flatMap(finding -> seen(finding).stream())
                .filter(other -> !other.equals(fact))
                .allMatch(other -> Remedies.of(FactDictionary.named(other).orElseThrow(), question)
                        .isEmpty());
    }
}
