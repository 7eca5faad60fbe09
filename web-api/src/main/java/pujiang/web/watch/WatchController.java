package pujiang.web.watch;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.decision.DecisionView;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeAccess;
import pujiang.app.watch.OpenFinding;
import pujiang.app.watch.PostTradeResolution;
import pujiang.app.watch.WatchBoard;
import pujiang.app.watch.WatchHistory;
import pujiang.app.watch.WatchUseCases;
import pujiang.app.watch.WatchUseCases.Resolving;
import pujiang.trade.TradeId;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** Post-trade decisions of a trade, and officers' resolutions of open findings. */
@RestController
class WatchController {

    private final TradeAccess access;
    private final WatchHistory history;
    private final WatchBoard board;
    private final WatchUseCases useCases;

    WatchController(TradeAccess access, WatchHistory history, WatchBoard board, WatchUseCases useCases) {
        this.access = access;
        this.history = history;
        this.board = board;
        this.useCases = useCases;
    }

    @Operation(
            operationId = "listPostTradeDecisions",
            summary = "List the decisions on a trade after its delivery",
            description = "Each time the post-trade review gave a new answer, the oldest first.")
    @Requires("trade:read")
    @GetMapping("/api/v1/trades/{trade}/afterwards")
    PlainPage<DecisionView> afterwards(@PathVariable TradeId trade, Caller caller, Paging paging) {
        return paging.oldestFirst(
                history.decisions(trade, access.visible(trade, caller).reader(caller)));
    }

    @Operation(
            operationId = "listPostTradeResolutions",
            summary = "List what officers decided about open findings after a trade",
            description = "The oldest first.")
    @Requires("trade:read")
    @GetMapping("/api/v1/trades/{trade}/afterwards/resolutions")
    PlainPage<PostTradeResolution> resolutions(@PathVariable TradeId trade, Caller caller, Paging paging) {
        return paging.oldestFirst(history.resolutions(access.visible(trade, caller), caller));
    }

    @Operation(
            operationId = "resolvePostTradeFinding",
            summary = "Resolve an open finding after a trade",
            description = "The officer names the decision by its digest. A newer decision answers 409.")
    @Requires("review:decide")
    @PostMapping("/api/v1/trades/{trade}/afterwards/resolution")
    ResponseEntity<List<PostTradeResolution>> resolve(
            @PathVariable TradeId trade, @RequestBody Resolving found, Caller caller, Idempotent once) {
        return once.run(() -> {
            useCases.resolve(trade, found, caller);
            return ResponseEntity.ok(history.resolutions(access.visible(trade, caller), caller));
        });
    }

    @Operation(
            operationId = "listOpenPostTradeFindings",
            summary = "List post-trade decisions that await an officer",
            description = "Of trades whose data the buyer still holds. The longest waiting first.")
    @Requires("review:decide")
    @GetMapping("/api/v1/afterwards")
    Page<OpenFinding> open(Paging paging) {
        var after = paging.after().map(WatchBoard.Place::of);
        return paging.page(board.list(after, paging.rowsToRead()), WatchBoard.Place::of);
    }
}
