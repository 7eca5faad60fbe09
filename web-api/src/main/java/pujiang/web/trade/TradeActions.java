package pujiang.web.trade;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.compliance.Clearance.Lifting;
import pujiang.refusal.Texts;
import pujiang.trade.TradeCommand;
import pujiang.trade.TradeCommand.Accept;
import pujiang.trade.TradeCommand.Approve;
import pujiang.trade.TradeCommand.Cancel;
import pujiang.trade.TradeCommand.Dispute;
import pujiang.trade.TradeCommand.Reject;
import pujiang.trade.TradeCommand.Resolution;
import pujiang.trade.TradeCommand.Resolve;
import pujiang.trade.TradeId;
import pujiang.web.command.Commands;
import pujiang.web.edition.Edition;
import pujiang.web.idempotency.Once;
import pujiang.web.security.Caller;
import pujiang.web.security.Requires;

/** What the parties, the officer and the operator do to a trade. Each answers with the trade as it then stands. */
@RestController
@RequestMapping("/api/v1/trades/{trade}")
class TradeActions {

    private static final int LONGEST = 2_000;

    private final TradeBoard board;
    private final TradeAccess access;
    private final TradeFile file;
    private final Commands commands;

    TradeActions(TradeBoard board, TradeAccess access, TradeFile file, Commands commands) {
        this.board = board;
        this.access = access;
        this.file = file;
        this.commands = commands;
    }

    /** Why somebody does what it does, at most 2,000 characters. */
    record Reason(String reason) {

        Reason {
            Texts.check("reason", reason, LONGEST);
        }
    }

    /**
     * Why an officer lets a held trade pass.
     *
     * @param evidence where it can be seen
     */
    record Approval(String ground, String evidence) {

        Approval {
            Texts.check("ground", ground, LONGEST);
            Texts.check("evidence", evidence, LONGEST);
        }
    }

    /** How the operator ends a dispute, and why. */
    record Ruling(Resolution resolution, String ground) {

        Ruling {
            Texts.check("ground", ground, LONGEST);
        }
    }

    /** The law is asked once more on the facts as they are now; what it denies, nobody lets pass. */
    @Requires("review:decide")
    @PostMapping("/approval")
    ResponseEntity<TradeView> approve(
            @PathVariable TradeId trade, @RequestBody Approval approval, Caller caller, Once once) {
        return once.run(() -> {
            var known = file.facts(access.visible(trade, caller).agreement());
            var lifting = new Lifting(caller.username(), approval.ground(), approval.evidence());
            return act(new Approve(trade, lifting, known), caller);
        });
    }

    @Requires("review:decide")
    @PostMapping("/rejection")
    ResponseEntity<TradeView> reject(
            @PathVariable TradeId trade, @RequestBody Reason reason, Caller caller, Once once) {
        return once.run(() -> {
            access.visible(trade, caller);
            return act(new Reject(trade, reason.reason()), caller);
        });
    }

    @Requires("trade:order")
    @PostMapping("/cancellation")
    ResponseEntity<TradeView> cancel(
            @PathVariable TradeId trade, @RequestBody Reason reason, Caller caller, Once once) {
        return once.run(() -> {
            access.asBuyer(trade, caller);
            return act(new Cancel(trade, reason.reason()), caller);
        });
    }

    @Requires("trade:accept")
    @PostMapping("/acceptance")
    ResponseEntity<TradeView> accept(@PathVariable TradeId trade, Caller caller, Once once) {
        return once.run(() -> {
            access.asBuyer(trade, caller);
            return act(new Accept(trade), caller);
        });
    }

    @Requires("trade:accept")
    @PostMapping("/dispute")
    ResponseEntity<TradeView> dispute(
            @PathVariable TradeId trade, @RequestBody Reason reason, Caller caller, Once once) {
        return once.run(() -> {
            access.asBuyer(trade, caller);
            return act(new Dispute(trade, reason.reason()), caller);
        });
    }

    @Requires("dispute:resolve")
    @PostMapping("/resolution")
    ResponseEntity<TradeView> resolve(
            @PathVariable TradeId trade, @RequestBody Ruling ruling, Caller caller, Once once) {
        return once.run(() -> {
            access.visible(trade, caller);
            return act(new Resolve(trade, ruling.resolution(), ruling.ground()), caller);
        });
    }

    private ResponseEntity<TradeView> act(TradeCommand command, Caller caller) {
        commands.send(command, caller.username());
        var now = board.get(command.trade());
        return ResponseEntity.ok().eTag(new Edition(now.version()).tag()).body(now);
    }
}
