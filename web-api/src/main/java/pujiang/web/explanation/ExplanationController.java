package pujiang.web.explanation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.trade.TradeId;
import pujiang.web.decision.DecisionFile;
import pujiang.web.security.Caller;
import pujiang.web.security.Requires;

/** Decisions explained. A decision is named by its number in the trade, counted from 1, or by its digest. */
@RestController
@RequestMapping("/api/v1/trades/{trade}/decisions/{which}")
class ExplanationController {

    private final Explanations explanations;

    ExplanationController(Explanations explanations) {
        this.explanations = explanations;
    }

    /** Every rule that was asked, with what it saw, and the nearest fix. */
    @Requires("trade:read")
    @GetMapping("/explanation")
    ExplanationView explanation(@PathVariable TradeId trade, @PathVariable String which, Caller caller) {
        return explanations.explain(trade, which, caller);
    }

    /** The same question under the law of one day, on the facts known at the end of another. */
    @Requires("decision:examine")
    @GetMapping("/rehearing")
    ExplanationView rehearing(
            @PathVariable TradeId trade,
            @PathVariable String which,
            @RequestParam @Nullable LocalDate law,
            @RequestParam @Nullable LocalDate facts,
            Caller caller) {
        return explanations.rehear(trade, which, law, facts, caller);
    }

    /** The decision with all its facts, for {@code evaluate --verify}. */
    @Requires("decision:examine")
    @GetMapping("/file")
    ResponseEntity<DecisionFile> file(@PathVariable TradeId trade, @PathVariable String which, Caller caller) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"decision-%s-%s.json\"".formatted(trade, which))
                .body(DecisionFile.of(explanations.recorded(trade, which, caller)));
    }
}
