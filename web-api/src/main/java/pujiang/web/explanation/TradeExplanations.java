package pujiang.web.explanation;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.decision.DecisionFile;
import pujiang.app.decision.Which;
import pujiang.app.explanation.ExplanationView;
import pujiang.app.explanation.Explanations;
import pujiang.app.explanation.RecordedDecisions;
import pujiang.app.security.Caller;
import pujiang.trade.TradeId;
import pujiang.web.security.Requires;

/** Decisions on trades explained. A decision is named by its number, counted from 1, or by its digest. */
@RestController
@RequestMapping("/api/v1/trades/{trade}/decisions/{which}")
class TradeExplanations {

    private final RecordedDecisions decisions;
    private final Explanations explanations;

    TradeExplanations(RecordedDecisions decisions, Explanations explanations) {
        this.decisions = decisions;
        this.explanations = explanations;
    }

    @Operation(
            operationId = "explainTradeDecision",
            summary = "Explain a decision on a trade",
            description =
                    "Every rule that was evaluated with the facts that it saw, and the nearest fix. The decision is"
                            + " named by its number, counted from 1, or by its digest.")
    @Requires("trade:read")
    @GetMapping("/explanation")
    ExplanationView explanation(@PathVariable TradeId trade, @PathVariable Which which, Caller caller) {
        return explanations.explain(decisions.of(trade, which, caller), caller);
    }

    @Operation(
            operationId = "rehearTradeDecision",
            summary = "Evaluate a past decision on a trade under another law or other facts",
            description = "Under the law of one day, on the facts known at the end of another.")
    @Requires("decision:examine")
    @GetMapping("/rehearing")
    ExplanationView rehearing(
            @PathVariable TradeId trade,
            @PathVariable Which which,
            @RequestParam @Nullable LocalDate law,
            @RequestParam @Nullable LocalDate facts,
            Caller caller) {
        return explanations.rehear(decisions.of(trade, which, caller), law, facts, caller);
    }

    @Operation(
            operationId = "downloadTradeDecision",
            summary = "Download a decision on a trade",
            description = "With all its facts, as input for the command evaluate --verify.")
    @Requires("decision:examine")
    @GetMapping("/file")
    ResponseEntity<DecisionFile> file(@PathVariable TradeId trade, @PathVariable Which which, Caller caller) {
        return Download.of(decisions.of(trade, which, caller).decision(), trade + "-" + which);
    }
}
