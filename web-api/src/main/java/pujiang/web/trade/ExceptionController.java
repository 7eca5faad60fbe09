package pujiang.web.trade;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.security.Caller;
import pujiang.app.trade.ExceptionBoard;
import pujiang.app.trade.ExceptionView;
import pujiang.app.trade.TradeUseCases;
import pujiang.app.trade.TradeUseCases.Ground;
import pujiang.trade.TradeId;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** Exceptions that officers have granted. */
@RestController
@RequestMapping("/api/v1/exceptions")
class ExceptionController {

    private final ExceptionBoard board;
    private final TradeUseCases useCases;

    ExceptionController(ExceptionBoard board, TradeUseCases useCases) {
        this.board = board;
        this.useCases = useCases;
    }

    @Operation(
            operationId = "listExceptions",
            summary = "List exceptions that officers granted",
            description = "Exceptions whose last day has not passed, revoked or not. The first to expire comes first.")
    @Requires("review:decide")
    @GetMapping
    Page<ExceptionView> list(Paging paging) {
        var after = paging.after().map(ExceptionBoard.Place::of);
        return paging.page(board.list(after, paging.rowsToRead()), ExceptionBoard.Place::of);
    }

    @Operation(
            operationId = "getException",
            summary = "Read an exception",
            description =
                    "Named by the trade in which it was granted and the number of the event there, in force or not.")
    @Requires("review:decide")
    @GetMapping("/{trade}/{exception}")
    ResponseEntity<ExceptionView> one(@PathVariable TradeId trade, @PathVariable long exception) {
        return ResponseEntity.ok(board.get(trade, exception));
    }

    @Operation(
            operationId = "revokeException",
            summary = "Revoke an exception before its last day",
            description = "Later decisions ignore it. Decisions that already relied on it remain.")
    @Requires("review:decide")
    @PostMapping("/{trade}/{exception}/revocation")
    ResponseEntity<ExceptionView> revoke(
            @PathVariable TradeId trade,
            @PathVariable long exception,
            @RequestBody Ground ground,
            Caller caller,
            Idempotent once) {
        return once.run(() -> {
            useCases.revoke(trade, exception, ground, caller);
            return ResponseEntity.ok(board.get(trade, exception));
        });
    }
}
