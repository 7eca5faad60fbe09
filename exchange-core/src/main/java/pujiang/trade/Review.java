package pujiang.trade;

import java.util.List;
import java.util.Optional;
import pujiang.refusal.Refused;
import pujiang.trade.GateEffects.Judged.Impeded;
import pujiang.trade.GateEffects.Judged.Open;
import pujiang.trade.GateEffects.Judged.Settled;
import pujiang.trade.ReviewEvent.DocumentProvided;
import pujiang.trade.ReviewEvent.DocumentRequested;
import pujiang.trade.ReviewEvent.ReviewClaimed;
import pujiang.trade.ReviewEvent.ReviewEscalated;
import pujiang.trade.ReviewEvent.ReviewRejected;
import pujiang.trade.ReviewEvent.ReviewReleased;
import pujiang.trade.ReviewEvent.UseStated;
import pujiang.trade.TradeState.Held;

/**
 * The review of a held order or delivery by compliance officers (合规审核): claim, requested documents and decisions. A
 * command yields events, which the {@link Trade} records. When the review ends, the trade continues.
 */
record Review(TradeId trade, Held held, TradePorts desk) {

    List<TradeEvent> claim(ReviewCommand.Claim command) {
        mustBeInTime();
        mustNotBeAnothers(command.officer());
        return List.of(new ReviewClaimed(
                trade, command.officer(), desk.after(desk.periods().claim())));
    }

    List<TradeEvent> release(ReviewCommand.Release command) {
        mustNotBeAnothers(command.officer());
        return state().claimAt(desk.now()).isPresent() ? List.of(new ReviewReleased(trade)) : List.of();
    }

    List<TradeEvent> request(ReviewCommand.RequestDocument command) {
        mustBeInTime();
        mustNotBeAnothers(command.officer());
        command.asking().mustBeTheirs();
        return List.of(new DocumentRequested(trade, held.papers().next(), command.asking()));
    }

    List<TradeEvent> withdraw(ReviewCommand.WithdrawRequest command) {
        mustBeInTime();
        mustNotBeAnothers(command.officer());
        return held.papers().without(command).stream().toList();
    }

    /** The rules are evaluated again and may end the review. */
    List<TradeEvent> provide(ReviewCommand.ProvideDocument command, DocumentRequest asked) {
        mustBeInTime();
        var tradeParty = asked.asking().side();
        var provided = new DocumentProvided(trade, command.number(), tradeParty, command.content(), command.facts());
        return List.of(provided, passage().again(held.reviewed(provided), command.known()));
    }

    /** Like a document, a statement may end the review. */
    List<TradeEvent> state(ReviewCommand.StateUse command) {
        mustBeInTime();
        var news = held.papers().news(command.statement(), held.agreement());
        if (news.stated().isEmpty()) return List.of();
        var stated = new UseStated(trade, news);
        return List.of(stated, passage().again(held.reviewed(stated), command.known()));
    }

    /** The known facts have changed. An overdue review is not evaluated again, because it ends automatically. */
    Optional<TradeEvent> again(ReviewCommand.AskAgain command) {
        return isInTime() ? passage().anew(held, command.known()) : Optional.empty();
    }

    List<TradeEvent> approve(ReviewCommand.Approve command) {
        mustBeInTime();
        mustBeFreeFor(command.lifting().officer());
        state().mustHaveBeenRead(trade, command.read());
        command.exception().ifPresent(wish -> wish.mustCountFrom(desk.today()));
        return switch (passage().judge(held, command.known())) {
            case Settled(var event) -> List.of(event);
            case Impeded(var _, var objection) -> throw new Refused(objection);
            case Open(var open) -> new Approval(passage(), held, command).of(open);
        };
    }

    TradeEvent reject(ReviewCommand.Reject command) {
        mustBeFreeFor(command.officer());
        return new ReviewRejected(trade, command.reason());
    }

    /** The deadline of the officers has passed. */
    TradeEvent escalate() {
        return new ReviewEscalated(trade, desk.after(desk.periods().escalation()));
    }

    private ReviewState state() {
        return held.review();
    }

    private GateEffects passage() {
        return new GateEffects(trade, desk);
    }

    private boolean isInTime() {
        return desk.now().isBefore(state().due());
    }

    private void mustBeInTime() {
        if (!isInTime()) {
            throw new Refused(new TradeRefusal.WrongState(trade, held.status(), "held for review and not overdue"));
        }
    }

    private void mustNotBeAnothers(String officer) {
        state().claimOfAnother(officer, desk.now()).ifPresent(this::refuse);
    }

    private void mustBeFreeFor(String officer) {
        state().keepsOut(officer, desk.now()).ifPresent(this::refuse);
    }

    private void refuse(ReviewState.Claim claim) {
        throw new Refused(new TradeRefusal.ClaimedByAnother(trade, claim.officer(), claim.until()));
    }
}
