package pujiang.web.obligation;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.board.Period;
import pujiang.app.edition.Editions;
import pujiang.app.history.HistoryEntry;
import pujiang.app.history.HistoryReader;
import pujiang.app.obligation.ObligationBoard;
import pujiang.app.obligation.ObligationSearch;
import pujiang.app.obligation.ObligationUseCases;
import pujiang.app.obligation.ObligationView;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paged;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.parked.ParkedEventBoard;
import pujiang.app.security.Caller;
import pujiang.listing.ListingId;
import pujiang.obligation.Evidence;
import pujiang.obligation.Obligation;
import pujiang.obligation.ObligationId;
import pujiang.participant.ParticipantId;
import pujiang.trade.TradeId;
import pujiang.web.answer.Succeeds;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** Obligations with responsible party, deadline and proof. */
@RestController
@RequestMapping("/api/v1/obligations")
class ObligationController {

    private final ObligationBoard board;
    private final ObligationUseCases useCases;
    private final HistoryReader history;
    private final ParkedEventBoard parked;
    private final Editions editions;

    ObligationController(
            ObligationBoard board,
            ObligationUseCases useCases,
            HistoryReader history,
            ParkedEventBoard parked,
            Editions editions) {
        this.board = board;
        this.useCases = useCases;
        this.history = history;
        this.parked = parked;
        this.editions = editions;
    }

    @Operation(
            operationId = "listObligations",
            summary = "List obligations",
            description =
                    "What the caller owes; for the staff what anybody owes. The newest first. State due-soon selects"
                        + " open obligations whose deadline is near. Obligations of the trades under incomplete may be"
                        + " missing: an event of theirs could not be processed yet.")
    @Requires("obligation:read")
    @GetMapping
    Obligations list(
            @RequestParam(required = false) @Nullable ParticipantId bearer,
            @RequestParam(required = false) @Nullable TradeId trade,
            @RequestParam(required = false) @Nullable ListingId listing,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            Paging paging,
            Caller caller) {
        var incomplete = parked.trades(caller.participant());
        if (bearer != null && !caller.staff() && !caller.actsFor(bearer)) {
            return Obligations.of(new Page<>(List.of(), null), incomplete);
        }
        var owing = caller.staff() ? bearer : caller.own();
        var search = new ObligationSearch(owing, trade, listing, state, new Period(since, until));
        var after = paging.after().map(ObligationSearch.Place::of);
        var page = paging.page(
                board.list(search, useCases.soon(), after, paging.rowsToRead()), ObligationSearch.Place::of);
        return Obligations.of(page, incomplete);
    }

    @Operation(
            operationId = "getObligation",
            summary = "Read an obligation",
            description = "With its duty, its deadline, and the evidence that was submitted.")
    @Succeeds(tagged = true)
    @Requires("obligation:read")
    @GetMapping("/{obligation}")
    ResponseEntity<ObligationView> one(@PathVariable ObligationId obligation, Caller caller) {
        return tagged(useCases.visible(obligation, caller));
    }

    @Operation(
            operationId = "listObligationEvents",
            summary = "List everything that happened to an obligation",
            description = "The oldest first.")
    @Requires("obligation:read")
    @GetMapping("/{obligation}/events")
    PlainPage<HistoryEntry> events(@PathVariable ObligationId obligation, Caller caller, Paging paging) {
        var historyAudience = useCases.visible(obligation, caller).eyes(caller);
        return history.page(Obligation.class, obligation.value(), historyAudience, paging);
    }

    @Operation(
            operationId = "proveObligation",
            summary = "Submit evidence that an obligation is met",
            description = "The deadline stops until an officer has reviewed the evidence.")
    @Succeeds(tagged = true)
    @Requires("obligation:prove")
    @PostMapping("/{obligation}/proof")
    ResponseEntity<ObligationView> prove(
            @PathVariable ObligationId obligation, @RequestBody Evidence evidence, Caller caller, Idempotent once) {
        return once.run(() -> tagged(useCases.prove(obligation, evidence, caller)));
    }

    @Operation(
            operationId = "acceptObligation",
            summary = "Accept the evidence of an obligation",
            description = "The obligation is discharged. The officer names the version that was read; another version"
                    + " answers 409.")
    @Succeeds(tagged = true)
    @Requires("review:decide")
    @PostMapping("/{obligation}/discharge")
    ResponseEntity<ObligationView> accept(
            @PathVariable ObligationId obligation, @RequestBody Acceptance accepted, Caller caller, Idempotent once) {
        return once.run(() -> tagged(useCases.accept(obligation, accepted.version(), accepted.ground(), caller)));
    }

    @Operation(
            operationId = "rejectObligation",
            summary = "Reject the evidence of an obligation",
            description = "The obligation remains, for ten days at least. The officer names the version that was read;"
                    + " another version answers 409.")
    @Succeeds(tagged = true)
    @Requires("review:decide")
    @PostMapping("/{obligation}/rejection")
    ResponseEntity<ObligationView> reject(
            @PathVariable ObligationId obligation,
            @RequestBody ProofRejection rejected,
            Caller caller,
            Idempotent once) {
        return once.run(() -> tagged(useCases.reject(obligation, rejected.version(), rejected.reason(), caller)));
    }

    private ResponseEntity<ObligationView> tagged(ObligationView now) {
        return ResponseEntity.ok().eTag(editions.tag(now.version(), now)).body(now);
    }

    /**
     * A part of the list.
     *
     * @param next cursor of the page that follows, or null if this is the last
     * @param incomplete trades of which more may be owed: an event of theirs waits to be handled
     */
    record Obligations(List<ObligationView> items, @Nullable String next, List<TradeId> incomplete) implements Paged {

        static Obligations of(@Nullable Page<ObligationView> page, List<TradeId> incomplete) {
            return page == null
                    ? new Obligations(List.of(), null, incomplete)
                    : new Obligations(page.items(), page.next(), incomplete);
        }
    }

    /**
     * Why an officer is content with a proof.
     *
     * @param version of the obligation, with the proof that was read
     */
    record Acceptance(long version, String ground) {}

    /**
     * Why an officer is not.
     *
     * @param version of the obligation, with the proof that was read
     */
    record ProofRejection(long version, String reason) {}
}
