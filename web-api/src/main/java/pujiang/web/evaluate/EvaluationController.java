package pujiang.web.evaluate;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.decision.DecisionView;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.law.LawInForce;
import pujiang.web.security.Requires;

/** Evaluates the rules on facts of the caller. */
@RestController
class EvaluationController {

    /** Not the exchange's own review, which would add what the exchange says of itself. */
    private final LawInForce law;

    EvaluationController(LawInForce law) {
        this.law = law;
    }

    /**
     * As the command line does: nothing is stored, and no event is left behind.
     *
     * @param evalDate whose law is asked
     * @param facts by their dotted names; docs/facts.md lists them
     */
    record Asked(Gate gate, LocalDate evalDate, FactSheet facts) {}

    @Operation(
            operationId = "evaluateFacts",
            summary = "Evaluate the rules on facts of your own",
            description = "Nothing is stored, so that the request is safe to repeat and needs no Idempotency-Key.")
    @Requires("law:ask")
    @PostMapping("/api/v1/evaluations")
    DecisionView ask(@RequestBody Asked asked) {
        return DecisionView.whole(law.review(new ProposedExchange(asked.gate(), asked.evalDate(), asked.facts())));
    }
}
