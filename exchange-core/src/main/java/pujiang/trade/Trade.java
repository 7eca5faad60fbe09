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
import pujiang.trade.GateEffects.Judged.Impeded;
import pujiang.trade.GateEffects.Judged.Open;
import pujiang.trade.GateEffects.Judged.Settled;
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
 * A trade from order to certificate. Handlers decide and record. Money, counts and signatures change in the same
 * database transaction as the events, so neither exists without the other. While an order or a delivery is held, its
 * {@link Review} decides, and the trade records the result.
 */
public class Trade {

    @AggregateIdentifier
    private TradeId id;

    private TradeState state = new Absent();
    private Waivers waivers = Waivers.NONE;

    /** For Axon, which fills it from the events. */
    @SuppressWarnings("NullAway.Init")
    protected Trade() {}

    /** Returns whether it is new; a repeated request changes nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean order(TradeCommand.PlaceOrder command, TradePorts ports) {
        if (!(state instanceof Absent)) {
            if (state.agreement().sameOrder(command.agreement())) return false;
            throw new Refused(new TradeRefusal.AlreadyOrdered(command.trade()));
        }
        id = command.trade();
        var held = new Requested(command.agreement(), ReviewState.until(ports.reviewEnd()), DocumentRequests.NONE);
        switch (passage(ports).judge(held, command.known())) {
            case Settled(var event) -> record(event);
            case Impeded(var _, var objection) -> throw new Refused(objection);
            case Open(var open) -> {
                ports.openOrders().enter(id, held.agreement());
                record(new OrderHeld(id, held.agreement(), open, held.review().due()));
            }
        }
        return true;
    }

    @CommandHandler
    void claim(ReviewCommand.Claim command, TradePorts ports) {
        follow(review(ports).claim(command), ports);
    }

    @CommandHandler
    void release(ReviewCommand.Release command, TradePorts ports) {
        follow(review(ports).release(command), ports);
    }

    @CommandHandler
    void request(ReviewCommand.RequestDocument command, TradePorts ports) {
        follow(review(ports).request(command), ports);
    }

    @CommandHandler
    void withdraw(ReviewCommand.WithdrawRequest command, TradePorts ports) {
        follow(review(ports).withdraw(command), ports);
    }

    /** A repeated request is not an error, even if the first has decided the review. */
    @CommandHandler
    void provide(ReviewCommand.ProvideDocument command, TradePorts ports) {
        if (!(state instanceof Held || state instanceof Agreed)) throw notIn("held for review");
        var asked = state.papers().askedOf(command, state.agreement());
        asked.ifPresent(documentRequest -> follow(review(ports).provide(command, documentRequest), ports));
    }

    @CommandHandler
    void state(ReviewCommand.StateUse command, TradePorts ports) {
        follow(review(ports).state(command), ports);
    }

    @CommandHandler
    void again(ReviewCommand.AskAgain command, TradePorts ports) {
        if (state instanceof Held) review(ports).again(command).ifPresent(event -> move(event, ports));
    }

    @CommandHandler
    void approve(ReviewCommand.Approve command, TradePorts ports) {
        follow(review(ports).approve(command), ports);
    }

    @CommandHandler
    void reject(ReviewCommand.Reject command, TradePorts ports) {
        var rejected = review(ports).reject(command);
        giveBack(ports);
        move(rejected, ports);
    }

    /** An exception remains after the review and the trade in which it was granted. */
    @CommandHandler
    void revoke(ReviewCommand.RevokeException command, TradePorts ports) {
        waivers.revoked(command, ports.today()).ifPresent(Trade::record);
    }

    @CommandHandler
    void cancel(TradeCommand.Cancel command, TradePorts ports) {
        if (!(state instanceof Requested || state instanceof Agreed)) throw notIn("requested or agreed");
        giveBack(ports);
        move(new TradeCancelled(id, command.reason()), ports);
    }

    @CommandHandler
    void stop(TradeCommand.Stop command, TradePorts ports) {
        if (!(state instanceof Held || state instanceof Agreed)) throw notIn("requested, agreed or delivery-held");
        giveBack(ports);
        var reason = command.reason();
        move(state instanceof Held ? new ReviewRejected(id, reason) : new TradeCancelled(id, reason), ports);
    }

    @CommandHandler
    void deliver(TradeCommand.Deliver command, TradePorts ports) {
        if (state instanceof Delivered delivered && delivered.handover().equals(command.handover())) return;
        if (!(state instanceof Agreed agreed)) throw notIn(TradeStatus.AGREED.word());
        if (!ports.now().isBefore(agreed.due())) throw notIn("agreed and not overdue");
        ports.mustServe(id, command.handover());
        var held = agreed.delivered(command, ports.reviewEnd());
        switch (passage(ports).judge(held, command.known())) {
            case Settled(var event) -> record(event);
            case Impeded(var _, var objection) -> throw new Refused(objection);
            case Open(var open) -> {
                passage(ports).objection(held).ifPresent(Trade::refuse);
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
    void accept(TradeCommand.Accept command, TradePorts ports) {
        if (state instanceof Completed) return;
        if (!(state instanceof Delivered)) throw notIn(TradeStatus.DELIVERED.word());
        complete(new DeliveryAccepted(command.trade(), false), ports);
    }

    @CommandHandler
    void dispute(TradeCommand.Dispute command, TradePorts ports) {
        if (!(state instanceof Delivered it && it.endsAfter(ports.now()))) throw notIn(TradeStatus.DELIVERED.word());
        record(new TradeEvent.DeliveryDisputed(
                id, command.reason(), ports.after(ports.periods().dispute())));
    }

    @CommandHandler
    void resolve(TradeCommand.Resolve command, TradePorts ports) {
        if (!(state instanceof Disputed)) throw notIn(TradeStatus.DISPUTED.word());
        switch (command.resolution()) {
            case PAY_VENDOR -> complete(new TradeEvent.DisputeDismissed(id, command.ground()), ports);
            case REFUND_BUYER -> rescind(command.ground(), ports);
        }
    }

    @CommandHandler
    void endWait(TradeCommand.EndWait command, TradePorts ports) {
        var due = state.end().filter(instant -> !ports.now().isBefore(instant));
        due.ifPresent(instant -> end(command.trade(), instant, ports));
    }

    private void end(TradeId trade, Instant due, TradePorts ports) {
        switch (state) {
            case Held held
            when !held.review().escalated() -> record(review(ports).escalate());
            case Held _, Agreed _ -> {
                giveBack(ports);
                move(new TradeEvent.TradeLapsed(trade, state.status().word(), due), ports);
            }
            case Delivered _ -> complete(new DeliveryAccepted(trade, true), ports);
            case Disputed _ -> rescind("no decision on the dispute in time", ports);
            case Absent _, Completed _, Terminated _ -> throw new IllegalStateException(state.status() + " has no end");
        }
    }

    private Review review(TradePorts ports) {
        if (state instanceof Held held) return new Review(id, held, ports);
        throw notIn("held for review");
    }

    private GateEffects passage(TradePorts ports) {
        return new GateEffects(id, ports);
    }

    private void follow(List<TradeEvent> events, TradePorts ports) {
        events.forEach(event -> move(event, ports));
    }

    /** INVARIANT: an order that no longer waits, for whatever reason, frees its place. */
    private void move(TradeEvent event, TradePorts ports) {
        var waited = state instanceof Requested;
        record(event);
        if (waited && !(state instanceof Requested)) ports.openOrders().leave(id);
    }

    private void complete(TradeEvent ground, TradePorts ports) {
        record(ground);
        if (!(state instanceof Completed(var agreement, var receipt))) throw new IllegalStateException("not completed");
        passage(ports).settled(agreement, receipt).forEach(Trade::record);
    }

    /** The data has left, so its share of the exporter's counts stays. */
    private void rescind(String ground, TradePorts ports) {
        ports.escrow().release(id);
        record(new TradeEvent.TradeRescinded(id, ground));
    }

    /** An unbound trade has taken nothing. Counts before money, as an order locks them, to avoid a deadlock. */
    private void giveBack(TradePorts ports) {
        if (state instanceof Requested) return;
        ports.exports().release(id);
        ports.escrow().release(id);
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
