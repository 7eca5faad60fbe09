package pujiang.web.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.ProposedExchange;

/** Counts what the law answers, by gate and verdict; quotes count as well. */
record DecisionWatch(ComplianceReview law, MeterRegistry meters) implements ComplianceReview {

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
        return decision;
    }
}
