package pujiang.web.trade;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.edition.Editions;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeUseCases;
import pujiang.app.trade.TradeUseCases.Approval;
import pujiang.app.trade.TradeUseCases.Reason;
import pujiang.app.trade.TradeUseCases.Ruling;
import pujiang.app.trade.TradeUseCases.Statement;
import pujiang.app.trade.TradeView;
import pujiang.trade.RequestedEvidence;
import pujiang.trade.TradeId;
import pujiang.web.answer.Succeeds;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** Acts of the parties, the officer and the operator on a trade. Each answers with the trade after the act. */
@RestController
@RequestMapping("/api/v1/trades/{trade}")
class TradeActionController {

    private final TradeUseCases useCases;
    private final Editions editions;

    TradeActionController(TradeUseCases useCases, Editions editions) {
        this.useCases = useCases;
        this.editions = editions;
    }

    @Operation(
            operationId = "approveTrade",
            summary = "Approve an order or delivery that awaits review",
            description =
                    "The rules are evaluated once more on the current facts. What they refuse, no officer can approve."
                            + " The officer names the decision that was read.")
    @Succeeds(tagged = true)
    @Requires("review:decide")
    @PostMapping("/approval")
    ResponseEntity<TradeView> approve(
            @PathVariable TradeId trade, @RequestBody Approval approval, Caller caller, Idempotent once) {
        return once.run(() -> tagged(useCases.approve(trade, approval, caller)));
    }

    @Operation(
            operationId = "rejectTrade",
            summary = "Reject an order or delivery that awaits review",
            description = "With the reason.")
    @Succeeds(tagged = true)
    @Requires("review:decide")
    @PostMapping("/rejection")
    ResponseEntity<TradeView> reject(
            @PathVariable TradeId trade, @RequestBody Reason reason, Caller caller, Idempotent once) {
        return once.run(() -> tagged(useCases.reject(trade, reason, caller)));
    }

    @Operation(
            operationId = "claimReview",
            summary = "Claim a review",
            description = "For a configured time no other officer decides it.")
    @Succeeds(tagged = true)
    @Requires("review:decide")
    @PostMapping("/claim")
    ResponseEntity<TradeView> claim(@PathVariable TradeId trade, Caller caller, Idempotent once) {
        return once.run(() -> tagged(useCases.claim(trade, caller)));
    }

    @Operation(
            operationId = "releaseReview",
            summary = "Release one's own claim of a review",
            description = "Other officers can then decide it.")
    @Succeeds(tagged = true)
    @Requires("review:decide")
    @PostMapping("/release")
    ResponseEntity<TradeView> release(@PathVariable TradeId trade, Caller caller, Idempotent once) {
        return once.run(() -> tagged(useCases.release(trade, caller)));
    }

    @Operation(
            operationId = "requestDocument",
            summary = "Request a document from a party",
            description = "It proves facts that only this party can state.")
    @Succeeds(tagged = true)
    @Requires("review:decide")
    @PostMapping("/document-requests")
    ResponseEntity<TradeView> request(
            @PathVariable TradeId trade, @RequestBody RequestedEvidence asking, Caller caller, Idempotent once) {
        return once.run(() -> tagged(useCases.request(trade, asking, caller)));
    }

    @Operation(
            operationId = "withdrawDocumentRequest",
            summary = "Withdraw a document request that is not answered",
            description = "The party owes nothing for it, and the review continues.")
    @Succeeds(tagged = true)
    @Requires("review:decide")
    @PostMapping("/document-requests/{number}/withdrawal")
    ResponseEntity<TradeView> withdraw(
            @PathVariable TradeId trade,
            @PathVariable int number,
            @RequestBody Reason reason,
            Caller caller,
            Idempotent once) {
        return once.run(() -> tagged(useCases.withdraw(trade, number, reason, caller)));
    }

    @Operation(
            operationId = "stateUse",
            summary = "State more about the buyer's use",
            description = "What the order did not state. The rules are evaluated again at once.")
    @Succeeds(tagged = true)
    @Requires("trade:order")
    @PostMapping("/use-statement")
    ResponseEntity<TradeView> stateUse(
            @PathVariable TradeId trade, @RequestBody Statement statement, Caller caller, Idempotent once) {
        return once.run(() -> tagged(useCases.stateUse(trade, statement, caller)));
    }

    @Operation(
            operationId = "cancelOrder",
            summary = "Cancel an order",
            description = "With the reason. What was reserved for it is available again.")
    @Succeeds(tagged = true)
    @Requires("trade:order")
    @PostMapping("/cancellation")
    ResponseEntity<TradeView> cancel(
            @PathVariable TradeId trade, @RequestBody Reason reason, Caller caller, Idempotent once) {
        return once.run(() -> tagged(useCases.cancel(trade, reason, caller)));
    }

    @Operation(
            operationId = "acceptDelivery",
            summary = "Accept a delivery",
            description = "The vendor is paid, and the certificate is issued.")
    @Succeeds(tagged = true)
    @Requires("trade:accept")
    @PostMapping("/acceptance")
    ResponseEntity<TradeView> accept(@PathVariable TradeId trade, Caller caller, Idempotent once) {
        return once.run(() -> tagged(useCases.accept(trade, caller)));
    }

    @Operation(
            operationId = "disputeDelivery",
            summary = "Dispute a delivery",
            description = "With the reason. The money stays reserved until the dispute is resolved.")
    @Succeeds(tagged = true)
    @Requires("trade:accept")
    @PostMapping("/dispute")
    ResponseEntity<TradeView> dispute(
            @PathVariable TradeId trade, @RequestBody Reason reason, Caller caller, Idempotent once) {
        return once.run(() -> tagged(useCases.dispute(trade, reason, caller)));
    }

    @Operation(
            operationId = "resolveDispute",
            summary = "Resolve a dispute",
            description = "The money goes to the vendor or back to the buyer.")
    @Succeeds(tagged = true)
    @Requires("dispute:resolve")
    @PostMapping("/resolution")
    ResponseEntity<TradeView> resolve(
            @PathVariable TradeId trade, @RequestBody Ruling ruling, Caller caller, Idempotent once) {
        return once.run(() -> tagged(useCases.resolve(trade, ruling, caller)));
    }

    private ResponseEntity<TradeView> tagged(TradeView now) {
        return ResponseEntity.ok().eTag(editions.tag(now.version(), now)).body(now);
    }
}
