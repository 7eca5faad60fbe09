package pujiang.web.trade;

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
import pujiang.app.trade.TradeMoves;
import pujiang.app.trade.TradeMoves.Ground;
import pujiang.trade.TradeId;
import pujiang.web.idempotency.Once;
import pujiang.web.security.Requires;

/** What officers have granted beyond one decision. */
@RestController
@RequestMapping("/api/v1/exceptions")
class ExceptionController {

    private final ExceptionBoard board;
    private final TradeMoves moves;

    ExceptionController(ExceptionBoard board, TradeMoves moves) {
        this.board = board;
        this.moves = moves;
    }

    /** Exceptions whose last day has not passed, revoked or not; the first to end first. */
    @Requires("review:decide")
    @GetMapping
    Page<ExceptionView> list(Paging paging) {
        var after = paging.after().map(ExceptionBoard.Place::of);
        return paging.page(board.list(after, paging.rowsToRead()), ExceptionBoard.Place::of);
    }

    /** One exception, in force or not, by the trade that it was granted in and the number of the event there. */
    @Requires("review:decide")
    @GetMapping("/{trade}/{exception}")
    ResponseEntity<ExceptionView> one(@PathVariable TradeId trade, @PathVariable long exception) {
        return ResponseEntity.ok(board.get(trade, exception));
    }

    /** Takes it back before its last day. No later decision hears of it; what it has let pass keeps its decision. */
    @Requires("review:decide")
    @PostMapping("/{trade}/{exception}/revocation")
    ResponseEntity<ExceptionView> revoke(
            @PathVariable TradeId trade,
            @PathVariable long exception,
            @RequestBody Ground ground,
            Caller caller,
            Once once) {
        return once.run(() -> {
            moves.revoke(trade, exception, ground, caller);
            return ResponseEntity.ok(board.get(trade, exception));
        });
    }
}
