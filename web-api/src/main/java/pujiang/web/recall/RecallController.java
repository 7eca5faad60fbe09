package pujiang.web.recall;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
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
import pujiang.app.board.Period;
import pujiang.app.edition.Editions;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.recall.RecallBoard;
import pujiang.app.recall.RecallFiles;
import pujiang.app.recall.RecallSearch;
import pujiang.app.recall.RecallUseCases;
import pujiang.app.recall.RecallView;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeUseCases.Reason;
import pujiang.product.ProductId;
import pujiang.recall.Occurrence;
import pujiang.recall.RecallId;
import pujiang.refusal.Invalid;
import pujiang.web.answer.Succeeds;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** Recalls: filed by an officer or a product's vendor, confirmed by an officer, carried out by the exchange. */
@RestController
@RequestMapping("/api/v1/recalls")
class RecallController {

    private final RecallBoard board;
    private final RecallUseCases useCases;
    private final RecallFiles files;
    private final Editions editions;

    RecallController(RecallBoard board, RecallUseCases useCases, RecallFiles files, Editions editions) {
        this.board = board;
        this.useCases = useCases;
        this.files = files;
        this.editions = editions;
    }

    @Operation(
            operationId = "fileRecall",
            summary = "File a recall",
            description = "Everything affected is found and put into a plan. Exactly one of product, participant and"
                    + " ruleBook is given, as the kind requires. A vendor files for its own products. Only the"
                    + " staff see the plan, since it names other parties. The same content again answers 200.")
    @Succeeds(
            status = {200, 201},
            tagged = true)
    @Requires("recall:file")
    @PutMapping("/{recall}")
    ResponseEntity<RecallView> file(@PathVariable RecallId recall, @RequestBody Occurrence occurrence, Caller caller) {
        var created = useCases.file(recall, occurrence, caller);
        return tagged(created ? HttpStatus.CREATED : HttpStatus.OK, useCases.visible(recall, caller));
    }

    @Operation(
            operationId = "listRecalls",
            summary = "List recalls",
            description = "A participant sees those that it filed, without the plan.")
    @Requires("recall:read")
    @GetMapping
    Page<RecallView> list(
            @RequestParam(required = false) @Nullable ProductId product,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            Paging paging,
            Caller caller) {
        var search = new RecallSearch(caller.participant(), product, state, new Period(since, until));
        var after = paging.after().map(RecallSearch.Place::of);
        var rows = board.list(search, after, paging.rowsToRead());
        return paging.page(
                caller.staff()
                        ? rows
                        : rows.stream().map(RecallView::withoutPlan).toList(),
                RecallSearch.Place::of);
    }

    @Operation(operationId = "getRecall", summary = "Read a recall", description = "Only the staff see its plan.")
    @Succeeds(tagged = true)
    @Requires("recall:read")
    @GetMapping("/{recall}")
    ResponseEntity<RecallView> one(@PathVariable RecallId recall, Caller caller) {
        return tagged(HttpStatus.OK, useCases.visible(recall, caller));
    }

    @Operation(
            operationId = "downloadRecall",
            summary = "Download the record of a recall",
            description = "What was filed, every plan, who confirmed which, and when each measure was taken with which"
                    + " outcome. Signed by the exchange, to be checked offline with the command verify.")
    @Requires("decision:examine")
    @GetMapping("/{recall}/file")
    ResponseEntity<RecallFiles.RecallFile> export(@PathVariable RecallId recall, Caller caller) {
        var seen = useCases.visible(recall, caller);
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"recall-" + recall + ".json\"")
                .body(files.of(seen));
    }

    @Operation(
            operationId = "planRecall",
            summary = "Plan a recall anew",
            description = "What is affected is determined again before the plan is confirmed.")
    @Succeeds(tagged = true)
    @Requires("review:decide")
    @PostMapping("/{recall}/plan")
    ResponseEntity<RecallView> stage(@PathVariable RecallId recall, Caller caller, Idempotent once) {
        return once.run(() -> tagged(HttpStatus.OK, useCases.stage(recall, caller)));
    }

    @Operation(
            operationId = "confirmRecall",
            summary = "Confirm the plan of a recall",
            description =
                    "The exchange carries it out. The officer names the digest of the plan that was read. If something"
                            + " else is affected by now, the answer is 409: plan the recall anew.")
    @Succeeds(tagged = true)
    @Requires("review:decide")
    @PostMapping("/{recall}/confirmation")
    ResponseEntity<RecallView> confirm(
            @PathVariable RecallId recall, @RequestBody Confirmation confirmed, Caller caller, Idempotent once) {
        return once.run(() -> tagged(HttpStatus.OK, useCases.confirm(recall, confirmed.plan(), caller)));
    }

    @Operation(
            operationId = "dropRecall",
            summary = "Drop a recall before it is confirmed",
            description = "With the reason.")
    @Succeeds(tagged = true)
    @Requires("review:decide")
    @PostMapping("/{recall}/withdrawal")
    ResponseEntity<RecallView> drop(
            @PathVariable RecallId recall, @RequestBody Reason reason, Caller caller, Idempotent once) {
        return once.run(() -> tagged(HttpStatus.OK, useCases.drop(recall, reason.reason(), caller)));
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
