package pujiang.web.trade;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.edition.Editions;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeMoves;
import pujiang.app.trade.TradeMoves.Approval;
import pujiang.app.trade.TradeMoves.Reason;
import pujiang.app.trade.TradeMoves.Ruling;
import pujiang.app.trade.TradeMoves.Statement;
import pujiang.app.trade.TradeView;
import pujiang.trade.Asking;
import pujiang.trade.TradeId;
import pujiang.web.idempotency.Once;
import pujiang.web.security.Requires;

/** What the parties, the officer and the operator do to a trade. Each answers with the trade as it then stands. */
@RestController
@RequestMapping("/api/v1/trades/{trade}")
class TradeActions {

    private final TradeMoves moves;
    private final Editions editions;

    TradeActions(TradeMoves moves, Editions editions) {
        this.moves = moves;
        this.editions = editions;
    }

    /** The law is asked once more on the facts as they are now; what it denies, nobody lets pass. */
    @Requires("review:decide")
    @PostMapping("/approval")
    ResponseEntity<TradeView> approve(
            @PathVariable TradeId trade, @RequestBody Approval approval, Caller caller, Once once) {
        return once.run(() -> tagged(moves.approve(trade, approval, caller)));
    }

    @Requires("review:decide")
    @PostMapping("/rejection")
    ResponseEntity<TradeView> reject(
            @PathVariable TradeId trade, @RequestBody Reason reason, Caller caller, Once once) {
        return once.run(() -> tagged(moves.reject(trade, reason, caller)));
    }

    /** Takes a review on, for a settable time: meanwhile no other officer decides it. */
    @Requires("review:decide")
    @PostMapping("/claim")
    ResponseEntity<TradeView> claim(@PathVariable TradeId trade, Caller caller, Once once) {
        return once.run(() -> tagged(moves.claim(trade, caller)));
    }

    /** Gives one's own claim back. */
    @Requires("review:decide")
    @PostMapping("/release")
    ResponseEntity<TradeView> release(@PathVariable TradeId trade, Caller caller, Once once) {
        return once.run(() -> tagged(moves.release(trade, caller)));
    }

    /** Asks one party for a document that proves what only that party can state. */
    @Requires("review:decide")
    @PostMapping("/document-requests")
    ResponseEntity<TradeView> request(
            @PathVariable TradeId trade, @RequestBody Asking asking, Caller caller, Once once) {
        return once.run(() -> tagged(moves.request(trade, asking, caller)));
    }

    /** Takes a request back that has not been answered: the party owes nothing for it, and the review goes on. */
    @Requires("review:decide")
    @PostMapping("/document-requests/{number}/withdrawal")
    ResponseEntity<TradeView> withdraw(
            @PathVariable TradeId trade,
            @PathVariable int number,
            @RequestBody Reason reason,
            Caller caller,
            Once once) {
        return once.run(() -> tagged(moves.withdraw(trade, number, reason, caller)));
    }

    /** What the buyer had not said of its use with the order; the law is asked again at once, on that too. */
    @Requires("trade:order")
    @PostMapping("/use-statement")
    ResponseEntity<TradeView> stateUse(
            @PathVariable TradeId trade, @RequestBody Statement statement, Caller caller, Once once) {
        return once.run(() -> tagged(moves.stateUse(trade, statement, caller)));
    }

    @Requires("trade:order")
    @PostMapping("/cancellation")
    ResponseEntity<TradeView> cancel(
            @PathVariable TradeId trade, @RequestBody Reason reason, Caller caller, Once once) {
        return once.run(() -> tagged(moves.cancel(trade, reason, caller)));
    }

    @Requires("trade:accept")
    @PostMapping("/acceptance")
    ResponseEntity<TradeView> accept(@PathVariable TradeId trade, Caller caller, Once once) {
        return once.run(() -> tagged(moves.accept(trade, caller)));
    }

    @Requires("trade:accept")
    @PostMapping("/dispute")
    ResponseEntity<TradeView> dispute(
            @PathVariable TradeId trade, @RequestBody Reason reason, Caller caller, Once once) {
        return once.run(() -> tagged(moves.dispute(trade, reason, caller)));
    }

    @Requires("dispute:resolve")
    @PostMapping("/resolution")
    ResponseEntity<TradeView> resolve(
            @PathVariable TradeId trade, @RequestBody Ruling ruling, Caller caller, Once once) {
        return once.run(() -> tagged(moves.resolve(trade, ruling, caller)));
    }

    private ResponseEntity<TradeView> tagged(TradeView now) {
        return ResponseEntity.ok().eTag(editions.tag(now.version(), now)).body(now);
    }
}
