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
import pujiang.app.decision.DecisionRef;
import pujiang.app.decision.DecisionView;
import pujiang.app.explanation.ExplanationView;
import pujiang.app.explanation.Explanations;
import pujiang.app.explanation.RecordedDecisions;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.security.Caller;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.trade.TradeId;
import pujiang.web.security.Requires;

/**
 * Decisions on trades, listings and admissions explained: of each the same, with an id of its own and a permission of its
 * own. A decision is named by its number, counted from 1, or by its digest.
 */
@RestController
@RequestMapping("/api/v1")
class ExplanationController {

    private static final String EXPLAINED =
            "Every rule that was evaluated with the facts that it saw, and the nearest fix. The decision is named by"
                    + " its number, counted from 1, or by its digest.";

    private static final String REHEARD = "Under the law of one day, on the facts known at the end of another.";
    private static final String SAVED = "With all its facts, as input for the command evaluate --verify.";

    private final RecordedDecisions decisions;
    private final Explanations explanations;

    ExplanationController(RecordedDecisions decisions, Explanations explanations) {
        this.decisions = decisions;
        this.explanations = explanations;
    }

    @Operation(operationId = "explainTradeDecision", summary = "Explain a decision on a trade", description = EXPLAINED)
    @Requires("trade:read")
    @GetMapping("/trades/{trade}/decisions/{which}/explanation")
    ExplanationView explanation(@PathVariable TradeId trade, @PathVariable DecisionRef which, Caller caller) {
        return explanations.explain(decisions.of(trade, which, caller), caller);
    }

    @Operation(
            operationId = "rehearTradeDecision",
            summary = "Evaluate a past decision on a trade under another law or other facts",
            description = REHEARD)
    @Requires("decision:examine")
    @GetMapping("/trades/{trade}/decisions/{which}/rehearing")
    ExplanationView rehearing(
            @PathVariable TradeId trade,
            @PathVariable DecisionRef which,
            @RequestParam @Nullable LocalDate law,
            @RequestParam @Nullable LocalDate facts,
            Caller caller) {
        return explanations.rehear(decisions.of(trade, which, caller), law, facts, caller);
    }

    @Operation(operationId = "downloadTradeDecision", summary = "Download a decision on a trade", description = SAVED)
    @Requires("decision:examine")
    @GetMapping("/trades/{trade}/decisions/{which}/file")
    ResponseEntity<DecisionFile> file(@PathVariable TradeId trade, @PathVariable DecisionRef which, Caller caller) {
        return Download.of(decisions.of(trade, which, caller).decision(), trade + "-" + which);
    }

    @Operation(
            operationId = "listListingDecisions",
            summary = "List the decisions on a listing",
            description = "The oldest first.")
    @Requires("listing:read")
    @GetMapping("/listings/{listing}/decisions")
    PlainPage<DecisionView> of(@PathVariable ListingId listing, Caller caller, Paging paging) {
        return paging.oldestFirst(decisions.all(listing, caller));
    }

    @Operation(
            operationId = "explainListingDecision",
            summary = "Explain a decision on a listing",
            description = EXPLAINED)
    @Requires("listing:read")
    @GetMapping("/listings/{listing}/decisions/{which}/explanation")
    ExplanationView explanation(@PathVariable ListingId listing, @PathVariable DecisionRef which, Caller caller) {
        return explanations.explain(decisions.of(listing, which, caller), caller);
    }

    @Operation(
            operationId = "rehearListingDecision",
            summary = "Evaluate a past decision on a listing under another law or other facts",
            description = REHEARD)
    @Requires("decision:examine")
    @GetMapping("/listings/{listing}/decisions/{which}/rehearing")
    ExplanationView rehearing(
            @PathVariable ListingId listing,
            @PathVariable DecisionRef which,
            @RequestParam @Nullable LocalDate law,
            @RequestParam @Nullable LocalDate facts,
            Caller caller) {
        return explanations.rehear(decisions.of(listing, which, caller), law, facts, caller);
    }

    @Operation(
            operationId = "downloadListingDecision",
            summary = "Download a decision on a listing",
            description = SAVED)
    @Requires("decision:examine")
    @GetMapping("/listings/{listing}/decisions/{which}/file")
    ResponseEntity<DecisionFile> file(@PathVariable ListingId listing, @PathVariable DecisionRef which, Caller caller) {
        return Download.of(decisions.of(listing, which, caller).decision(), listing + "-" + which);
    }

    @Operation(
            operationId = "listParticipantDecisions",
            summary = "List the decisions on the admission of a participant",
            description = "The oldest first.")
    @Requires("participant:read")
    @GetMapping("/participants/{participant}/decisions")
    PlainPage<DecisionView> of(@PathVariable ParticipantId participant, Caller caller, Paging paging) {
        return paging.oldestFirst(decisions.all(participant, caller));
    }

    @Operation(
            operationId = "explainParticipantDecision",
            summary = "Explain a decision on an admission",
            description = EXPLAINED)
    @Requires("participant:read")
    @GetMapping("/participants/{participant}/decisions/{which}/explanation")
    ExplanationView explanation(
            @PathVariable ParticipantId participant, @PathVariable DecisionRef which, Caller caller) {
        return explanations.explain(decisions.of(participant, which, caller), caller);
    }

    @Operation(
            operationId = "rehearParticipantDecision",
            summary = "Evaluate a past decision on an admission under another law or other facts",
            description = REHEARD)
    @Requires("decision:examine")
    @GetMapping("/participants/{participant}/decisions/{which}/rehearing")
    ExplanationView rehearing(
            @PathVariable ParticipantId participant,
            @PathVariable DecisionRef which,
            @RequestParam @Nullable LocalDate law,
            @RequestParam @Nullable LocalDate facts,
            Caller caller) {
        return explanations.rehear(decisions.of(participant, which, caller), law, facts, caller);
    }

    @Operation(
            operationId = "downloadParticipantDecision",
            summary = "Download a decision on an admission",
            description = SAVED)
    @Requires("decision:examine")
    @GetMapping("/participants/{participant}/decisions/{which}/file")
    ResponseEntity<DecisionFile> file(
            @PathVariable ParticipantId participant, @PathVariable DecisionRef which, Caller caller) {
        return Download.of(decisions.of(participant, which, caller).decision(), participant + "-" + which);
    }
}
