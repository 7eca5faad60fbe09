package pujiang.web.recall;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.edition.Editions;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.recall.RecallBoard;
import pujiang.app.recall.RecallFiles;
import pujiang.app.recall.RecallMoves;
import pujiang.app.recall.RecallSearch;
import pujiang.app.recall.RecallView;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeMoves.Reason;
import pujiang.recall.Occurrence;
import pujiang.recall.RecallId;
import pujiang.refusal.Invalid;
import pujiang.web.idempotency.Once;
import pujiang.web.security.Requires;

/** Recalls: filed by an officer or a product's vendor, confirmed by an officer, carried out by the exchange. */
@Tag(name = "recalls", description = "召回方案")
@RestController
@RequestMapping("/api/v1/recalls")
class RecallController {

    private final RecallBoard board;
    private final RecallMoves moves;
    private final RecallFiles files;
    private final Editions editions;

    RecallController(RecallBoard board, RecallMoves moves, RecallFiles files, Editions editions) {
        this.board = board;
        this.moves = moves;
        this.files = files;
        this.editions = editions;
    }

    @Operation(
            summary = "File what has happened; everything affected is found and staged as a plan",
            description =
                    "Exactly one of product, participant and ruleBook, as the kind asks. A vendor files for its own"
                            + " products. The plan is for the exchange's own people: it names others' products and"
                            + " buyers.")
    @Requires("recall:file")
    @PutMapping("/{recall}")
    ResponseEntity<RecallView> file(@PathVariable RecallId recall, @RequestBody Occurrence occurrence, Caller caller) {
        var created = moves.file(recall, occurrence, caller);
        return tagged(created ? HttpStatus.CREATED : HttpStatus.OK, moves.visible(recall, caller));
    }

    @Requires("recall:read")
    @GetMapping
    Page<RecallView> list(@RequestParam @Nullable String state, Paging paging, Caller caller) {
        var search = new RecallSearch(caller.participant(), state);
        var after = paging.after().map(RecallSearch.Place::of);
        var rows = board.list(search, after, paging.rowsToRead());
        return paging.page(
                caller.staff()
                        ? rows
                        : rows.stream().map(RecallView::withoutPlan).toList(),
                RecallSearch.Place::of);
    }

    @Requires("recall:read")
    @GetMapping("/{recall}")
    ResponseEntity<RecallView> one(@PathVariable RecallId recall, Caller caller) {
        return tagged(HttpStatus.OK, moves.visible(recall, caller));
    }

    /**
     * The proof: what was filed, every plan, who confirmed which, and when each measure was taken with what outcome; signed
     * by the exchange, to be checked offline by {@code verify}.
     */
    @Requires("decision:examine")
    @GetMapping("/{recall}/file")
    ResponseEntity<RecallFiles.RecallFile> export(@PathVariable RecallId recall, Caller caller) {
        var seen = moves.visible(recall, caller);
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"recall-" + recall + ".json\"")
                .body(files.of(seen));
    }

    @Operation(summary = "Look again for what is affected, before the plan is confirmed")
    @Requires("review:decide")
    @PostMapping("/{recall}/plan")
    ResponseEntity<RecallView> stage(@PathVariable RecallId recall, Caller caller, Once once) {
        return once.run(() -> tagged(HttpStatus.OK, moves.stage(recall, caller)));
    }

    @Operation(
            summary = "Have the plan carried out, as it was read",
            description = "Names the plan by its digest. If something else is affected by now, 409: stage it anew.")
    @Requires("review:decide")
    @PostMapping("/{recall}/confirmation")
    ResponseEntity<RecallView> confirm(
            @PathVariable RecallId recall, @RequestBody Confirmation confirmed, Caller caller, Once once) {
        return once.run(() -> tagged(HttpStatus.OK, moves.confirm(recall, confirmed.plan(), caller)));
    }

    @Operation(summary = "Drop it before anything was done")
    @Requires("review:decide")
    @PostMapping("/{recall}/withdrawal")
    ResponseEntity<RecallView> drop(
            @PathVariable RecallId recall, @RequestBody Reason reason, Caller caller, Once once) {
        return once.run(() -> tagged(HttpStatus.OK, moves.drop(recall, reason.reason(), caller)));
    }

    private ResponseEntity<RecallView> tagged(HttpStatus status, RecallView now) {
        return ResponseEntity.status(status)
                .eTag(editions.tag(now.version(), now))
                .body(now);
    }

    /** @param plan digest of the plan that was read */
    record Confirmation(String plan) {

        private static final Pattern DIGEST = Pattern.compile("sha-256:[0-9a-f]{64}");

        Confirmation {
            if (!DIGEST.matcher(plan).matches()) {
                throw Invalid.at("plan", "digest.malformed", "must be sha-256: and 64 lower-case hexadecimal digits");
            }
        }
    }
}
