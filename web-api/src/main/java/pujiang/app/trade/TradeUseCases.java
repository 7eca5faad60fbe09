package pujiang.app.trade;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.decision.DecisionView;
import pujiang.app.security.Caller;
import pujiang.app.security.Confirmations;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.FactSheet;
import pujiang.refusal.Texts;
import pujiang.trade.RequestedEvidence;
import pujiang.trade.ReviewCommand.Approve;
import pujiang.trade.ReviewCommand.Claim;
import pujiang.trade.ReviewCommand.Reject;
import pujiang.trade.ReviewCommand.Release;
import pujiang.trade.ReviewCommand.RequestDocument;
import pujiang.trade.ReviewCommand.RevokeException;
import pujiang.trade.ReviewCommand.StateUse;
import pujiang.trade.ReviewCommand.WithdrawRequest;
import pujiang.trade.TradeCommand;
import pujiang.trade.TradeCommand.Accept;
import pujiang.trade.TradeCommand.Cancel;
import pujiang.trade.TradeCommand.Dispute;
import pujiang.trade.TradeCommand.Resolution;
import pujiang.trade.TradeCommand.Resolve;
import pujiang.trade.TradeId;
import pujiang.trade.Waiver.Wish;

/** Acts of people on a trade, from a program or a page. Each returns the trade after the act. */
@Component
public class TradeUseCases {

    /** Characters of a reason, a ground or a place of evidence. */
    public static final int LONGEST = 2_000;

    private final TradeBoard board;
    private final TradeAccess access;
    private final CurrentTradeFacts file;
    private final Commands commands;
    private final Confirmations confirmations;

    TradeUseCases(
            TradeBoard board,
            TradeAccess access,
            CurrentTradeFacts file,
            Commands commands,
            Confirmations confirmations) {
        this.board = board;
        this.access = access;
        this.file = file;
        this.commands = commands;
        this.confirmations = confirmations;
    }

    /** The reason of an act, at most 2,000 characters. */
    public record Reason(String reason) {

        public Reason {
            Texts.check("reason", reason, LONGEST);
        }
    }

    /**
     * The reasons of an officer's approval of a held trade.
     *
     * @param decision digest of the result that the officer has read; the approval is for that result only
     * @param evidence where it can be seen
     * @param exception for later reviews, with its last day; null without one
     */
    public record Approval(String decision, String ground, String evidence, @Nullable Wish exception) {

        public Approval {
            DecisionView.mustBeDigest("decision", decision);
            Texts.check("ground", ground, LONGEST);
            Texts.check("evidence", evidence, LONGEST);
        }
    }

    /** On which ground an officer takes something back, at most 2,000 characters. */
    public record Ground(String ground) {

        public Ground {
            Texts.check("ground", ground, LONGEST);
        }
    }

    /** The operator's decision of a dispute, with its reason. */
    public record Ruling(Resolution resolution, String ground) {

        public Ruling {
            Texts.check("ground", ground, LONGEST);
        }
    }

    /** The rules are evaluated again on current facts. An officer cannot approve what they deny. */
    public TradeView approve(TradeId trade, Approval approval, Caller caller) {
        var known = file.factsUnlessStopped(access.visible(trade, caller).agreement());
        var lifting = new Lifting(caller.username(), approval.ground(), approval.evidence());
        var exception = Optional.ofNullable(approval.exception());
        var frozen = confirmations.frozen();
        return act(new Approve(trade, approval.decision(), lifting, known, exception, frozen), caller);
    }

    public TradeView reject(TradeId trade, Reason reason, Caller caller) {
        access.visible(trade, caller);
        return act(new Reject(trade, caller.username(), reason.reason()), caller);
    }

    /** Until it is given back, decided or out of time, no other officer decides. */
    public TradeView claim(TradeId trade, Caller caller) {
        access.visible(trade, caller);
        return act(new Claim(trade, caller.username()), caller);
    }

    public TradeView release(TradeId trade, Caller caller) {
        access.visible(trade, caller);
        return act(new Release(trade, caller.username()), caller);
    }

    public TradeView request(TradeId trade, RequestedEvidence requestedEvidence, Caller caller) {
        access.visible(trade, caller);
        return act(new RequestDocument(trade, caller.username(), requestedEvidence), caller);
    }

    /** The document is no longer required; the review continues without it. */
    public TradeView withdraw(TradeId trade, int number, Reason reason, Caller caller) {
        access.visible(trade, caller);
        return act(new WithdrawRequest(trade, number, caller.username(), reason.reason()), caller);
    }

    /** @param exception number of the event within the trade that granted it */
    public TradeView revoke(TradeId trade, long exception, Ground ground, Caller caller) {
        access.visible(trade, caller);
        return act(new RevokeException(trade, exception, caller.username(), ground.ground()), caller);
    }

    /** The buyer's statements about its use, by the dotted names of the facts. */
    public record Statement(FactSheet statement) {}

    /** While an officer must review. The rules are evaluated again at once; earlier statements remain. */
    public TradeView stateUse(TradeId trade, Statement said, Caller caller) {
        access.buyerOnly(trade, caller);
        var known = file.factsUnlessStopped(access.visible(trade, caller).agreement());
        return act(new StateUse(trade, said.statement(), known), caller);
    }

    public TradeView cancel(TradeId trade, Reason reason, Caller caller) {
        access.buyerOnly(trade, caller);
        return act(new Cancel(trade, reason.reason()), caller);
    }

    public TradeView accept(TradeId trade, Caller caller) {
        access.buyerOnly(trade, caller);
        return act(new Accept(trade), caller);
    }

    public TradeView dispute(TradeId trade, Reason reason, Caller caller) {
        access.buyerOnly(trade, caller);
        return act(new Dispute(trade, reason.reason()), caller);
    }

    public TradeView resolve(TradeId trade, Ruling ruling, Caller caller) {
        access.visible(trade, caller);
        return act(new Resolve(trade, ruling.resolution(), ruling.ground()), caller);
    }

    private TradeView act(TradeCommand command, Caller caller) {
        commands.send(command, caller.username());
        return board.get(command.trade()).readBy(caller);
    }
}
