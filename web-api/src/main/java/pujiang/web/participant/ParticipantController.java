package pujiang.web.participant;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.edition.Edition;
import pujiang.app.edition.Editions;
import pujiang.app.history.HistoryAudience;
import pujiang.app.history.HistoryEntry;
import pujiang.app.history.HistoryReader;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.participant.ParticipantUseCases;
import pujiang.app.participant.ParticipantView;
import pujiang.app.security.Caller;
import pujiang.compliance.AssessmentId;
import pujiang.compliance.FactSheet;
import pujiang.participant.MarketRole;
import pujiang.participant.Organisation;
import pujiang.participant.Participant;
import pujiang.participant.ParticipantCommand;
import pujiang.participant.ParticipantCommand.ApplyForAdmission;
import pujiang.participant.ParticipantCommand.RejectParticipant;
import pujiang.participant.ParticipantCommand.ReviseStatement;
import pujiang.participant.ParticipantCommand.VerifyParticipant;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Texts;
import pujiang.web.answer.Succeeds;
import pujiang.web.decision.AssessmentRequest;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** Participants: entered and verified by the operator, read by themselves and by the exchange's staff. */
@RestController
@RequestMapping("/api/v1/participants")
final class ParticipantController {

    private final ParticipantUseCases useCases;
    private final HistoryReader history;
    private final Editions editions;

    ParticipantController(ParticipantUseCases useCases, HistoryReader history, Editions editions) {
        this.useCases = useCases;
        this.history = history;
        this.editions = editions;
    }

    @Operation(
            operationId = "applyForAdmission",
            summary = "Apply for the admission of a participant",
            description =
                    "The operator enters the application from the applicant's papers. The same content again answers"
                            + " 200.")
    @Succeeds(status = {200, 201})
    @PutMapping("/{participant}")
    @Requires("participant:apply")
    ResponseEntity<ParticipantView> apply(
            @PathVariable ParticipantId participant, @RequestBody ApplicationRequest request, Caller caller) {
        var application =
                new ApplyForAdmission(participant, request.organisation(), request.roles(), request.statement());
        var created = useCases.apply(application, caller);
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(useCases.seen(participant, caller));
    }

    @Operation(
            operationId = "getParticipant",
            summary = "Read a participant",
            description = "A participant reads itself only.")
    @Succeeds(tagged = true)
    @GetMapping("/{participant}")
    @Requires("participant:read")
    ResponseEntity<ParticipantView> read(@PathVariable ParticipantId participant, Caller caller) {
        return tagged(useCases.seen(participant, caller), HttpStatus.OK);
    }

    @Operation(
            operationId = "reviseStatement",
            summary = "Replace what a participant states about itself",
            description = "The operator enters it from the participant's papers. Yearly reports become outdated.")
    @Succeeds(tagged = true)
    @PutMapping("/{participant}/statement")
    @Requires("participant:apply")
    ResponseEntity<ParticipantView> revise(
            @PathVariable ParticipantId participant,
            @RequestBody StatementRequest request,
            Edition edition,
            Caller caller) {
        editions.mustShow(edition, useCases.seen(participant, caller));
        var revision = new ReviseStatement(participant, edition.number(), request.statement(), request.evidence());
        return tagged(useCases.act(revision, caller), HttpStatus.OK);
    }

    @Operation(
            operationId = "assessParticipant",
            summary = "File an assessment of a participant",
            description =
                    "A check of a list or of the security capability, or a document that proves what the participant"
                            + " claims. It is valid for a time; of each fact the newest assessment counts. The same"
                            + " content again answers 200.")
    @Succeeds(
            status = {200, 201},
            tagged = true)
    @PutMapping("/{participant}/assessments/{assessment}")
    @Requires("assessment:file")
    ResponseEntity<ParticipantView> assess(
            @PathVariable ParticipantId participant,
            @PathVariable AssessmentId assessment,
            @RequestBody AssessmentRequest request,
            Caller caller) {
        var isNew = useCases.assess(participant, request.named(assessment), caller);
        return tagged(useCases.seen(participant, caller), isNew ? HttpStatus.CREATED : HttpStatus.OK);
    }

    @Operation(
            operationId = "listParticipants",
            summary = "List participants",
            description = "In the order of their ids. A participant sees itself only.")
    @GetMapping
    @Requires("participant:read")
    Page<ParticipantView> list(@RequestParam(required = false) @Nullable String state, Paging paging, Caller caller) {
        var after = paging.after().map(List::getFirst).orElse("");
        var rows = useCases.list(state, after, paging.rowsToRead(), caller);
        return paging.page(rows, view -> List.of(view.id().value()));
    }

    @Operation(
            operationId = "listParticipantEvents",
            summary = "List everything that happened to a participant",
            description = "The oldest first.")
    @GetMapping("/{participant}/events")
    @Requires("participant:read")
    PlainPage<HistoryEntry> events(@PathVariable ParticipantId participant, Caller caller, Paging paging) {
        useCases.seen(participant, caller);
        return history.page(Participant.class, participant.value(), HistoryAudience.ofOwner(caller), paging);
    }

    @Operation(
            operationId = "verifyParticipant",
            summary = "Verify the papers of an applicant",
            description =
                    "The rules then decide on the admission. If a version is named and the file has changed since, the"
                            + " answer is 409.")
    @PostMapping("/{participant}/verification")
    @Requires("participant:verify")
    ResponseEntity<ParticipantView> verify(
            @PathVariable ParticipantId participant,
            @RequestBody EvidenceRequest request,
            Idempotent once,
            Caller caller) {
        var verify = new VerifyParticipant(participant, request.version(), request.evidence());
        return once.run(() -> act(verify, caller));
    }

    @Operation(
            operationId = "rejectParticipant",
            summary = "Reject an application for admission",
            description = "With the reason.")
    @PostMapping("/{participant}/rejection")
    @Requires("participant:verify")
    ResponseEntity<ParticipantView> reject(
            @PathVariable ParticipantId participant,
            @RequestBody ReasonRequest request,
            Idempotent once,
            Caller caller) {
        return once.run(() -> act(new RejectParticipant(participant, request.reason()), caller));
    }

    @Operation(
            operationId = "suspendParticipant",
            summary = "Suspend a participant",
            description = "It can still read, and do what it already owes. It starts nothing new.")
    @PostMapping("/{participant}/suspension")
    @Requires("participant:suspend")
    ResponseEntity<ParticipantView> suspend(
            @PathVariable ParticipantId participant,
            @RequestBody ReasonRequest request,
            Idempotent once,
            Caller caller) {
        return once.run(() -> ResponseEntity.ok(useCases.suspend(participant, request.reason(), caller)));
    }

    @Operation(
            operationId = "reinstateParticipant",
            summary = "Reinstate a suspended participant",
            description = "An operator lifts suspensions of operators, and the one of a breach once the obligation is"
                    + " discharged; an officer lifts those of officers, and the one of a recall, for which an"
                    + " assessment is named that was filed since. The participant is active again when no"
                    + " suspension remains.")
    @PostMapping("/{participant}/reinstatement")
    @Requires("participant:suspend")
    ResponseEntity<ParticipantView> reinstate(
            @PathVariable ParticipantId participant,
            @RequestBody ReinstatementRequest request,
            Idempotent once,
            Caller caller) {
        return once.run(() ->
                ResponseEntity.ok(useCases.reinstate(participant, request.reason(), request.assessment(), caller)));
    }

    private ResponseEntity<ParticipantView> tagged(ParticipantView view, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(editions.tag(view.version(), view))
                .body(view);
    }

    private ResponseEntity<ParticipantView> act(ParticipantCommand command, Caller caller) {
        return ResponseEntity.ok(useCases.act(command, caller));
    }

    /** @param statement facts that the applicant states of itself, {@code seller.*, buyer.*}, and of the data it deals in */
    record ApplicationRequest(Organisation organisation, Set<MarketRole> roles, FactSheet statement) {}

    /**
     * @param version of the file that was read; null if it is not named
     * @param evidence where the papers can be seen
     */
    record EvidenceRequest(@Nullable Long version, String evidence) {}

    /** @param evidence where the papers can be seen */
    record StatementRequest(FactSheet statement, String evidence) {

        StatementRequest {
            Texts.check("evidence", evidence, ParticipantCommand.LONGEST_REASON);
        }
    }

    record ReasonRequest(String reason) {}

    /** @param assessment that mends the ground, where one is asked for */
    record ReinstatementRequest(String reason, @Nullable AssessmentId assessment) {}
}
