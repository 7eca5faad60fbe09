package pujiang.web.trade;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.board.Period;
import pujiang.app.decision.DecisionRef;
import pujiang.app.decision.DecisionView;
import pujiang.app.edition.Editions;
import pujiang.app.history.HistoryEntry;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.security.Caller;
import pujiang.app.trade.OrderRequest;
import pujiang.app.trade.PaperView;
import pujiang.app.trade.Purchasing;
import pujiang.app.trade.TradeAccess;
import pujiang.app.trade.TradeBoard;
import pujiang.app.trade.TradeHistory;
import pujiang.app.trade.TradeSearch;
import pujiang.app.trade.TradeView;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.trade.TradeId;
import pujiang.web.answer.Succeeds;
import pujiang.web.security.Requires;

/** Orders, and trades with their current state and history. */
@RestController
@RequestMapping("/api/v1/trades")
class TradeController {

    private final Purchasing purchasing;
    private final TradeBoard board;
    private final TradeAccess access;
    private final TradeHistory history;
    private final Editions editions;

    TradeController(
            Purchasing purchasing, TradeBoard board, TradeAccess access, TradeHistory history, Editions editions) {
        this.purchasing = purchasing;
        this.board = board;
        this.access = access;
        this.history = history;
        this.editions = editions;
    }

    @Operation(
            operationId = "placeOrder",
            summary = "Place an order",
            description =
                    "An order that is refused or awaits review is a trade too: it is created, and can be read with the"
                            + " reasons. The same content again answers 200.")
    @Succeeds(
            status = {200, 201},
            tagged = true)
    @Requires("trade:order")
    @PutMapping("/{trade}")
    ResponseEntity<TradeView> order(@PathVariable TradeId trade, @RequestBody OrderRequest order, Caller caller) {
        var fresh = purchasing.order(trade, caller.own(), order, caller.username());
        var status = fresh ? HttpStatus.CREATED : HttpStatus.OK;
        return tagged(ResponseEntity.status(status), board.get(trade).readBy(caller));
    }

    @Operation(
            operationId = "listTrades",
            summary = "List trades",
            description = "The newest first. A participant sees the trades that it is a party of, with party those"
                    + " with that counterparty.")
    @Requires("trade:read")
    @GetMapping
    Page<TradeView> list(
            @RequestParam(required = false) @Nullable ParticipantId party,
            @RequestParam(required = false) @Nullable ListingId listing,
            @RequestParam(required = false) @Nullable ProductId product,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            Paging paging,
            Caller caller) {
        var own = caller.participant();
        var status = state == null ? null : TradeSearch.named(state);
        var ordered = new Period(since, until);
        var search = own == null
                ? new TradeSearch(party, null, listing, product, status, ordered)
                : new TradeSearch(own, party, listing, product, status, ordered);
        var after = paging.after().map(TradeSearch.Place::of);
        var trades = board.list(search, after, paging.rowsToRead());
        return paging.page(trades.stream().map(trade -> trade.readBy(caller)).toList(), TradeSearch.Place::of);
    }

    @Operation(
            operationId = "getTrade",
            summary = "Read a trade",
            description = "Its state, its agreement, and the newest decision. For its parties and the staff.")
    @Succeeds(tagged = true)
    @Requires("trade:read")
    @GetMapping("/{trade}")
    ResponseEntity<TradeView> one(@PathVariable TradeId trade, Caller caller) {
        return tagged(ResponseEntity.ok(), access.visible(trade, caller));
    }

    @Operation(
            operationId = "listTradeEvents",
            summary = "List everything that happened to a trade",
            description = "The oldest first. Each party sees what concerns it.")
    @Requires("trade:read")
    @GetMapping("/{trade}/events")
    PlainPage<HistoryEntry> events(@PathVariable TradeId trade, Caller caller, Paging paging) {
        return history.events(access.visible(trade, caller), caller, paging);
    }

    @Operation(
            operationId = "listTradeDecisions",
            summary = "List the decisions on a trade",
            description = "The oldest first.")
    @Requires("trade:read")
    @GetMapping("/{trade}/decisions")
    PlainPage<DecisionView> decisions(@PathVariable TradeId trade, Caller caller, Paging paging) {
        return paging.oldestFirst(
                history.decisions(trade, access.visible(trade, caller).reader(caller)));
    }

    @Operation(
            operationId = "getTradeDecision",
            summary = "Read a decision on a trade",
            description = "Named by its number, counted from 1, or by its digest, which a receipt names.")
    @Requires("trade:read")
    @GetMapping("/{trade}/decisions/{which}")
    DecisionView decision(@PathVariable TradeId trade, @PathVariable DecisionRef which, Caller caller) {
        var reader = access.visible(trade, caller).reader(caller);
        return access.found(history.decision(trade, which).map(decision -> DecisionView.of(decision, reader)));
    }

    @Operation(
            operationId = "listDocumentRequests",
            summary = "List the document requests of a trade",
            description = "Of the caller's side; for the staff of both sides. With the documents that were provided.")
    @Requires("trade:read")
    @GetMapping("/{trade}/document-requests")
    PlainPage<PaperView> papers(@PathVariable TradeId trade, Caller caller, Paging paging) {
        return paging.oldestFirst(access.papers(trade, caller));
    }

    private ResponseEntity<TradeView> tagged(ResponseEntity.BodyBuilder answer, TradeView trade) {
        return answer.eTag(editions.tag(trade.version(), trade)).body(trade);
    }
}
