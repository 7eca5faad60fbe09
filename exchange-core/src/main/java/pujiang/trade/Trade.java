package pujiang.trade;

import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import pujiang.refusal.Refusal;
import pujiang.refusal.Refused;
import pujiang.trade.Passage.Judged.Impeded;
import pujiang.trade.Passage.Judged.Open;
import pujiang.trade.Passage.Judged.Settled;
import pujiang.trade.ReviewEvent.ReviewRejected;
import pujiang.trade.TradeEvent.DeliveryAccepted;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.OrderHeld;
import pujiang.trade.TradeEvent.TradeCancelled;
import pujiang.trade.TradeState.Absent;
import pujiang.trade.TradeState.Agreed;
import pujiang.trade.TradeState.Completed;
import pujiang.trade.TradeState.Delivered;
import pujiang.trade.TradeState.Disputed;
import pujiang.trade.TradeState.Held;
import pujiang.trade.TradeState.Requested;
import pujiang.trade.TradeState.Terminated;

/**
 * A trade from order to certificate. Handlers decide and record; money, counts and signatures move in the same database
 * transaction as the events, so neither exists without the other. While an order or a delivery is held, its {@link Review}
 * decides, and the trade records what it has decided.
 */
public class Trade {

    @AggregateIdentifier
    private TradeId id;

    private TradeState state = new Absent();
    private Waivers waivers = Waivers.NONE;

    /** For Axon, which fills it from the events. */
    @SuppressWarnings("NullAway.Init")
    protected Trade() {}

    /** Whether it is new: the same again changes nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean order(TradeCommand.PlaceOrder command, TradeDesk desk) {
        if (!(state instanceof Absent)) {
            if (state.agreement().sameOrder(command.agreement())) return false;
            throw new Refused(new TradeRefusal.AlreadyOrdered(command.trade()));
        }
        id = command.trade();
        var held = new Requested(command.agreement(), ReviewState.until(desk.reviewEnd()), Papers.NONE);
        switch (passage(desk).judge(held, command.known())) {
            case Settled(var event) -> record(event);
            case Impeded(var _, var objection) -> throw new Refused(objection);
            case Open(var open) -> {
                desk.openOrders().enter(id, held.agreement());
                record(new OrderHeld(id, held.agreement(), open, held.review().due()));
            }
        }
        return true;
    }

    @CommandHandler
    void claim(ReviewCommand.Claim command, TradeDesk desk) {
        follow(review(desk).claim(command), desk);
    }

    @CommandHandler
    void release(ReviewCommand.Release command, TradeDesk desk) {
        follow(review(desk).release(command), desk);
    }

    @CommandHandler
    void request(ReviewCommand.RequestDocument command, TradeDesk desk) {
        follow(review(desk).request(command), desk);
    }

    @CommandHandler
    void withdraw(ReviewCommand.WithdrawRequest command, TradeDesk desk) {
        follow(review(desk).withdraw(command), desk);
    }

    /** The same again is no fault, even if it has decided the review. */
    @CommandHandler
    void provide(ReviewCommand.ProvideDocument command, TradeDesk desk) {
        if (!(state instanceof Held || state instanceof Agreed)) throw notIn("held for review");
        var asked = state.papers().askedOf(command, state.agreement());
        asked.ifPresent(paper -> follow(review(desk).provide(command, paper), desk));
    }

    @CommandHandler
    void state(ReviewCommand.StateUse command, TradeDesk desk) {
        follow(review(desk).state(command), desk);
    }

    @CommandHandler
    void again(ReviewCommand.AskAgain command, TradeDesk desk) {
        if (state instanceof Held) review(desk).again(command).ifPresent(event -> move(event, desk));
    }

    @CommandHandler
    void approve(ReviewCommand.Approve command, TradeDesk desk) {
        follow(review(desk).approve(command), desk);
    }

    @CommandHandler
    void reject(ReviewCommand.Reject command, TradeDesk desk) {
        var rejected = review(desk).reject(command);
        giveBack(desk);
        move(rejected, desk);
    }

    /** An exception outlives the review and the trade that it was granted in. */
    @CommandHandler
    void revoke(ReviewCommand.RevokeException command, TradeDesk desk) {
        waivers.revoked(command, desk.today()).ifPresent(Trade::record);
    }

    @CommandHandler
    void cancel(TradeCommand.Cancel command, TradeDesk desk) {
        if (!(state instanceof Requested || state instanceof Agreed)) throw notIn("requested or agreed");
        giveBack(desk);
        move(new TradeCancelled(id, command.reason()), desk);
    }

    @CommandHandler
    void stop(TradeCommand.Stop command, TradeDesk desk) {
        if (!(state instanceof Held || state instanceof Agreed)) throw notIn("requested, agreed or delivery-held");
        giveBack(desk);
        var reason = command.reason();
        move(state instanceof Held ? new ReviewRejected(id, reason) : new TradeCancelled(id, reason), desk);
    }

    @CommandHandler
    void deliver(TradeCommand.Deliver command, TradeDesk desk) {
        if (state instanceof Delivered delivered && delivered.handover().equals(command.handover())) return;
        if (!(state instanceof Agreed agreed)) throw notIn(TradeStatus.AGREED.word());
        if (!desk.now().isBefore(agreed.due())) throw notIn("agreed and not overdue");
        desk.mustServe(id, command.handover());
        var held = agreed.delivered(command, desk.reviewEnd());
        switch (passage(desk).judge(held, command.known())) {
            case Settled(var event) -> record(event);
            case Impeded(var _, var objection) -> throw new Refused(objection);
            case Open(var open) -> {
                passage(desk).objection(held).ifPresent(Trade::refuse);
                record(new DeliveryHeld(id, held.handover(), open, held.review().due()));
            }
        }
    }

    @CommandHandler
    void collect(TradeCommand.Collect command) {
        if (!(state instanceof Delivered || state instanceof Completed)) throw notIn(TradeStatus.DELIVERED.word());
        record(new TradeEvent.DeliveryCollected(id, command.link()));
    }

    @CommandHandler
    void accept(TradeCommand.Accept command, TradeDesk desk) {
        if (state instanceof Completed) return;
        if (!(state instanceof Delivered)) throw notIn(TradeStatus.DELIVERED.word());
        complete(new DeliveryAccepted(command.trade(), false), desk);
    }

    @CommandHandler
    void dispute(TradeCommand.Dispute command, TradeDesk desk) {
        if (!(state instanceof Delivered it && it.endsAfter(desk.now()))) throw notIn(TradeStatus.DELIVERED.word());
        record(new TradeEvent.DeliveryDisputed(
                id, command.reason(), desk.after(desk.periods().dispute())));
    }

    @CommandHandler
    void resolve(TradeCommand.Resolve command, TradeDesk desk) {
        if (!(state instanceof Disputed)) throw notIn(TradeStatus.DISPUTED.word());
        switch (command.resolution()) {
            case PAY_VENDOR -> complete(new TradeEvent.DisputeDismissed(id, command.ground()), desk);
            case REFUND_BUYER -> rescind(command.ground(), desk);
        }
    }

    @CommandHandler
    void endWait(TradeCommand.EndWait command, TradeDesk desk) {
        var due = state.end().filter(instant -> !desk.now().isBefore(instant));
        due.ifPresent(instant -> end(command.trade(), instant, desk));
    }

    private void end(TradeId trade, Instant due, TradeDesk desk) {
        switch (state) {
            case Held held
            when !held.review().escalated() -> record(review(desk).escalate());
            case Held _, Agreed _ -> {
                giveBack(desk);
                move(new TradeEvent.TradeLapsed(trade, state.status().word(), due), desk);
            }
            case Delivered _ -> complete(new DeliveryAccepted(trade, true), desk);
            case Disputed _ -> rescind("no decision on the dispute in time", desk);
            case Absent _, Completed _, Terminated _ -> throw new IllegalStateException(state.status() + " has no end");
        }
    }

    private Review review(TradeDesk desk) {
        if (state instanceof Held held) return new Review(id, held, desk);
        throw notIn("held for review");
    }

    private Passage passage(TradeDesk desk) {
        return new Passage(id, desk);
    }

    private void follow(List<TradeEvent> events, TradeDesk desk) {
        events.forEach(event -> move(event, desk));
    }

    /** INVARIANT: an order that waits no longer, however that came about, leaves its place to another. */
    private void move(TradeEvent event, TradeDesk desk) {
        var waited = state instanceof Requested;
        record(event);
        if (waited && !(state instanceof Requested)) desk.openOrders().leave(id);
    }

    private void complete(TradeEvent ground, TradeDesk desk) {
        record(ground);
        if (!(state instanceof Completed(var agreement, var receipt))) throw new IllegalStateException("not completed");
        passage(desk).settled(agreement, receipt).forEach(Trade::record);
    }

    /** The data has left, so its share of the exporter's counts stays. */
    private void rescind(String ground, TradeDesk desk) {
        desk.escrow().release(id);
        record(new TradeEvent.TradeRescinded(id, ground));
    }

    /** What has not bound has taken nothing. Count before money, as an order locks them: no two wait for each other. */
    private void giveBack(TradeDesk desk) {
        if (state instanceof Requested) return;
        desk.exports().release(id);
        desk.escrow().release(id);
    }

    @EventSourcingHandler
    void on(TradeEvent event, @SequenceNumber long number) {
        id = event.trade();
        state = state.after(event);
        waivers = waivers.after(event, number);
    }

    private static void record(TradeEvent event) {
        AggregateLifecycle.apply(event);
    }

    private static void refuse(Refusal objection) {
        throw new Refused(objection);
    }

    private Refused notIn(String needed) {
        return new Refused(new TradeRefusal.WrongState(id, state.status(), needed));
    }
}
