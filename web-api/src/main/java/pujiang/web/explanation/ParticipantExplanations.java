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
import pujiang.app.decision.DecisionView;
import pujiang.app.decision.Which;
import pujiang.app.explanation.ExplanationView;
import pujiang.app.explanation.Explanations;
import pujiang.app.explanation.RecordedDecisions;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.security.Caller;
import pujiang.participant.ParticipantId;
import pujiang.web.security.Requires;

/** Decisions on admissions explained. A decision is named by its number, counted from 1, or by its digest. */
@RestController
@RequestMapping("/api/v1/participants/{participant}/decisions")
class ParticipantExplanations {

    private final RecordedDecisions decisions;
    private final Explanations explanations;

    ParticipantExplanations(RecordedDecisions decisions, Explanations explanations) {
        this.decisions = decisions;
        this.explanations = explanations;
    }

    @Operation(
            operationId = "listParticipantDecisions",
            summary = "List the decisions on the admission of a participant",
            description = "The oldest first.")
    @Requires("participant:read")
    @GetMapping
    PlainPage<DecisionView> decisions(@PathVariable ParticipantId participant, Caller caller, Paging paging) {
        return paging.oldestFirst(decisions.all(participant, caller));
    }

    @Operation(
            operationId = "explainParticipantDecision",
            summary = "Explain a decision on an admission",
            description =
                    "Every rule that was evaluated with the facts that it saw, and the nearest fix. The decision is"
                            + " named by its number, counted from 1, or by its digest.")
    @Requires("participant:read")
    @GetMapping("/{which}/explanation")
    ExplanationView explanation(@PathVariable ParticipantId participant, @PathVariable Which which, Caller caller) {
        return explanations.explain(decisions.of(participant, which, caller), caller);
    }

    @Operation(
            operationId = "rehearParticipantDecision",
            summary = "Evaluate a past decision on an admission under another law or other facts",
            description = "Under the law of one day, on the facts known at the end of another.")
    @Requires("decision:examine")
    @GetMapping("/{which}/rehearing")
    ExplanationView rehearing(
            @PathVariable ParticipantId participant,
            @PathVariable Which which,
            @RequestParam @Nullable LocalDate law,
            @RequestParam @Nullable LocalDate facts,
            Caller caller) {
        return explanations.rehear(decisions.of(participant, which, caller), law, facts, caller);
    }

    @Operation(
            operationId = "downloadParticipantDecision",
            summary = "Download a decision on an admission",
            description = "With all its facts, as input for the command evaluate --verify.")
    @Requires("decision:examine")
    @GetMapping("/{which}/file")
    ResponseEntity<DecisionFile> file(
            @PathVariable ParticipantId participant, @PathVariable Which which, Caller caller) {
        return Download.of(decisions.of(participant, which, caller).decision(), participant + "-" + which);
    }
}
