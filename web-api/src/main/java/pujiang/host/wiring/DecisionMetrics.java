package pujiang.host.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.Finding;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Traits;
import pujiang.law.LawReview;

/** Counts decisions by gate and verdict, and evaluations without a result; quotes count as well. */
record DecisionMetrics(ComplianceReview law, MeterRegistry meters) implements ComplianceReview {

    @Override
    public Decision review(ProposedExchange question) {
        var decision = law.review(question);
        meters.counter(
                        "pujiang.decisions",
                        "gate",
                        decision.gate().name(),
                        "verdict",
                        decision.verdict().name())
                .increment();
        if (decision.findings().stream().anyMatch(DecisionMetrics::isNoAnswer)) {
            meters.counter(
                            "pujiang.decisions.unanswered",
                            "gate",
                            decision.gate().name())
                    .increment();
        }
        return decision;
    }

    @Override
    public Traits traits(ProposedExchange question) {
        return law.traits(question);
    }

    /** The log tells whether a rule failed or the time was over. */
    private static boolean isNoAnswer(Finding finding) {
        return finding.rule().equals(LawReview.NO_ANSWER);
    }
}
