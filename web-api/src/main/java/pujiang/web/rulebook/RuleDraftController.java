package pujiang.web.rulebook;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.edition.Edition;
import pujiang.app.edition.Editions;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.rulebook.Activations;
import pujiang.app.rulebook.DraftArchive;
import pujiang.app.rulebook.FlipView;
import pujiang.app.rulebook.Flips;
import pujiang.app.rulebook.ReplayView;
import pujiang.app.rulebook.Replays;
import pujiang.app.rulebook.ReportView;
import pujiang.app.rulebook.RuleDraftRefusal.NotReplayed;
import pujiang.app.rulebook.RuleDraftView;
import pujiang.app.rulebook.RuleDrafts;
import pujiang.app.rulebook.UnaskedView;
import pujiang.app.security.Caller;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.rulebook.DraftId;
import pujiang.web.answer.Succeeds;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** A change of the rule book: uploaded, tried on the past, and brought into force by a second person. */
@RestController
@RequestMapping("/api/v1/rule-drafts")
class RuleDraftController {

    static final String ZIP = "application/zip";

    private final RuleDrafts drafts;
    private final Replays replays;
    private final Flips flips;
    private final Activations activations;
    private final Editions editions;

    RuleDraftController(RuleDrafts drafts, Replays replays, Flips flips, Activations activations, Editions editions) {
        this.drafts = drafts;
        this.replays = replays;
        this.flips = flips;
        this.activations = activations;
        this.editions = editions;
    }

    @Operation(
            operationId = "uploadRuleDraft",
            summary = "Upload a rule draft, or with If-Match its next edition",
            description =
                    "A ZIP, laid out as the one of GET /rule-book/files. Faults of its files are listed by file and"
                        + " line under faults; the draft is stored all the same. The same content again answers 200.")
    @Succeeds(
            status = {200, 201},
            tagged = true)
    @PutMapping(path = "/{draft}", headers = "!If-Match", consumes = ZIP)
    @Requires("law:draft")
    ResponseEntity<RuleDraftView> uploadDraft(@PathVariable DraftId draft, HttpServletRequest request, Caller caller)
            throws IOException {
        return put(draft, request, null, caller);
    }

    @Operation(hidden = true)
    @PutMapping(path = "/{draft}", headers = "If-Match", consumes = ZIP)
    @Requires("law:draft")
    ResponseEntity<RuleDraftView> reviseDraft(
            @PathVariable DraftId draft, HttpServletRequest request, Edition edition, Caller caller)
            throws IOException {
        editions.mustShow(edition, drafts.view(draft));
        return put(draft, request, edition, caller);
    }

    private ResponseEntity<RuleDraftView> put(
            DraftId draft, HttpServletRequest request, @Nullable Edition edition, Caller caller) throws IOException {
        var created = drafts.put(draft, request.getInputStream(), edition, caller);
        return tagged(draft, created ? HttpStatus.CREATED : HttpStatus.OK);
    }

    @Operation(operationId = "listRuleDrafts", summary = "List rule drafts", description = "The newest first.")
    @GetMapping
    @Requires("decision:examine")
    Page<RuleDraftView> drafts(Paging paging) {
        return paging.page(drafts.list(paging.after(), paging.rowsToRead()), RuleDrafts::place);
    }

    @Operation(
            operationId = "getRuleDraft",
            summary = "Read a rule draft",
            description = "Its newest edition, its faults, and how it differs from the rule book in force.")
    @Succeeds(tagged = true)
    @GetMapping("/{draft}")
    @Requires("decision:examine")
    ResponseEntity<RuleDraftView> draft(@PathVariable DraftId draft) {
        return tagged(draft, HttpStatus.OK);
    }

    private ResponseEntity<RuleDraftView> tagged(DraftId draft, HttpStatus status) {
        var view = drafts.view(draft);
        return ResponseEntity.status(status)
                .eTag(editions.tag(view.edition(), view))
                .body(view);
    }

    @Operation(
            operationId = "downloadRuleDraft",
            summary = "Download the files of a rule draft",
            description = "The newest edition as a ZIP.")
    @GetMapping(path = "/{draft}/files", produces = ZIP)
    @Requires("decision:examine")
    ResponseEntity<byte[]> draftFiles(@PathVariable DraftId draft) {
        return zip(draft.value(), DraftArchive.write(drafts.texts(draft)));
    }

    static ResponseEntity<byte[]> zip(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"%s.zip\"".formatted(name))
                .body(bytes);
    }

    @Operation(
            operationId = "startReplay",
            summary = "Replay all past decisions under a rule draft",
            description = "In the background, one replay at a time.")
    @Succeeds(status = 202)
    @PostMapping("/{draft}/replays")
    @Requires("law:draft")
    ResponseEntity<ReplayView> startReplay(@PathVariable DraftId draft, Idempotent once, Caller caller) {
        return once.run(() -> ResponseEntity.accepted().body(replays.start(draft, caller)));
    }

    @Operation(
            operationId = "getReplay",
            summary = "Read the newest replay of a rule draft",
            description = "With its progress.")
    @GetMapping("/{draft}/replay")
    @Requires("decision:examine")
    ReplayView replay(@PathVariable DraftId draft) {
        return replays.newest(draft).orElseThrow(() -> new Refused(new NotReplayed(draft)));
    }

    @Operation(
            operationId = "getReplayReport",
            summary = "Read the report of the newest replay",
            description = "What the draft would have changed.")
    @GetMapping("/{draft}/report")
    @Requires("decision:examine")
    ReportView report(@PathVariable DraftId draft) {
        return replays.report(draft).orElseThrow(() -> new Refused(new NotReplayed(draft)));
    }

    @Operation(
            operationId = "listFlips",
            summary = "List decisions that the draft would have changed",
            description = "In the order of the past decisions.")
    @GetMapping("/{draft}/report/flips")
    @Requires("decision:examine")
    Page<FlipView> flips(@PathVariable DraftId draft, Paging paging) {
        return paging.page(
                flips.list(draft, after(paging), paging.rowsToRead()), flip -> List.of(String.valueOf(flip.number())));
    }

    @Operation(
            operationId = "getFlip",
            summary = "Read a decision that the draft would have changed",
            description = "Explained by both rule books, side by side.")
    @GetMapping("/{draft}/report/flips/{number}")
    @Requires("decision:examine")
    Flips.SideBySide flip(@PathVariable DraftId draft, @PathVariable String number) {
        return flips.open(draft, number);
    }

    @Operation(
            operationId = "listUnreplayedDecisions",
            summary = "List decisions that could not be replayed",
            description = "Each with the reason.")
    @GetMapping("/{draft}/report/unasked")
    @Requires("decision:examine")
    Page<UnaskedView> unasked(@PathVariable DraftId draft, Paging paging) {
        return paging.page(
                flips.unasked(draft, after(paging), paging.rowsToRead()),
                unasked -> List.of(String.valueOf(unasked.number())));
    }

    @Operation(
            operationId = "activateRuleDraft",
            summary = "Activate a rule draft",
            description =
                    "By a person who wrote none of its editions. The report that was read is named by its digest.")
    @PostMapping("/{draft}/activation")
    @Requires("law:activate")
    ResponseEntity<RuleDraftView> activateDraft(
            @PathVariable DraftId draft, @RequestBody ActivationRequest request, Idempotent once, Caller caller) {
        activations.prepare(draft, request.report(), caller);
        return once.run(() -> {
            activations.activate(draft, request.report(), caller);
            return ResponseEntity.ok(drafts.inForce(draft));
        });
    }

    private static long after(Paging paging) {
        return paging.after().map(place -> Long.valueOf(place.getFirst())).orElse(0L);
    }

    /** @param report the digest of the report that was read */
    record ActivationRequest(String report) {

        private static final Pattern DIGEST = Pattern.compile("sha-256:[0-9a-f]{64}");

        ActivationRequest {
            if (!DIGEST.matcher(report).matches()) {
                throw Invalid.at("report", "value.malformed", "must be a digest", DIGEST.pattern());
            }
        }
    }
}
