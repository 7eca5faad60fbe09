package pujiang.trade;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Clearance;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.Decision;
import pujiang.compliance.Gate;
import pujiang.refusal.Refused;
import pujiang.trade.TradeCommand.Accept;
import pujiang.trade.TradeCommand.Approve;
import pujiang.trade.TradeCommand.Cancel;
import pujiang.trade.TradeCommand.Collect;
import pujiang.trade.TradeCommand.Deliver;
import pujiang.trade.TradeCommand.Dispute;
import pujiang.trade.TradeCommand.EndWait;
import pujiang.trade.TradeCommand.PlaceOrder;
import pujiang.trade.TradeCommand.Reject;
import pujiang.trade.TradeCommand.Resolve;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.DeliveryAccepted;
import pujiang.trade.TradeEvent.DeliveryCollected;
import pujiang.trade.TradeEvent.DeliveryDisputed;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.DeliveryRefused;
import pujiang.trade.TradeEvent.DisputeDismissed;
import pujiang.trade.TradeEvent.OrderHeld;
import pujiang.trade.TradeEvent.OrderRefused;
import pujiang.trade.TradeEvent.ReviewRejected;
import pujiang.trade.TradeEvent.ReviewSupported;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.trade.TradeEvent.TradeCancelled;
import pujiang.trade.TradeEvent.TradeLapsed;
import pujiang.trade.TradeEvent.TradeRescinded;
import pujiang.trade.TradeEvent.TradeSettled;
import pujiang.trade.TradeState.Absent;
import pujiang.trade.TradeState.Agreed;
import pujiang.trade.TradeState.Completed;
import pujiang.trade.TradeState.Delivered;
import pujiang.trade.TradeState.Disputed;
import pujiang.trade.TradeState.HeldDelivery;
import pujiang.trade.TradeState.Requested;
import pujiang.trade.TradeState.Terminated;

/**
 * A trade from order to certificate. Handlers decide and record; money, counts and signatures move in the same database
 * transaction as the events, so neither exists without the other.
 */
public class Trade {

    @AggregateIdentifier
    private TradeId id;

    private TradeState state = new Absent();

    /** For Axon, which fills it from the events. */
    @SuppressWarnings("NullAway.Init")
    protected Trade() {}

    /** Whether it is new: the same again changes nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean order(PlaceOrder command, TradeDesk desk) {
        if (!(state instanceof Absent)) {
            if (state.agreement().sameOrder(command.agreement())) return false;
            throw new Refused(new TradeRefusal.AlreadyOrdered(command.trade()));
        }
        id = command.trade();
        var proposed = command.agreement();
        var decision = desk.review(Gate.ORDER, id, proposed, command.known());
        switch (decision.verdict()) {
            case ALLOW, ALLOW_WITH_OBLIGATIONS ->
                conclude(proposed, decision, decision.clearance().orElseThrow(), desk);
            case REQUIRE_REVIEW ->
                record(new OrderHeld(
                        id, proposed, decision, desk.after(desk.periods().review())));
            case DENY -> refuseOrder(proposed, decision, desk);
        }
        return true;
    }

    @CommandHandler
    void approve(Approve command, TradeDesk desk) {
        switch (state) {
            case Requested(var proposed, var due, var first)
            when desk.now().isBefore(due) -> approveOrder(proposed, command, first, desk);
            case HeldDelivery(var agreement, var content, var _, var due, var first)
            when desk.now().isBefore(due) -> approveDelivery(agreement, content, command, first, desk);
            case Requested _, HeldDelivery _ -> throw notIn("held for review and not overdue");
            case Absent _, Agreed _, Delivered _, Disputed _, Completed _, Terminated _ ->
                throw notIn("held for review");
        }
    }

    @CommandHandler
    void reject(Reject command, TradeDesk desk) {
        if (!(state instanceof Requested || state instanceof HeldDelivery)) throw notIn("held for review");
        giveBack(desk);
        record(new ReviewRejected(id, command.reason()));
    }

    @CommandHandler
    void cancel(Cancel command, TradeDesk desk) {
        if (!(state instanceof Requested || state instanceof Agreed)) throw notIn("requested or agreed");
        giveBack(desk);
        record(new TradeCancelled(id, command.reason()));
    }

    @CommandHandler
    void deliver(Deliver command, TradeDesk desk) {
        if (state instanceof Delivered(var _, var content, var _, var _) && content.equals(command.content())) return;
        if (!(state instanceof Agreed(var agreement, var due))) throw notIn("agreed");
        if (!desk.now().isBefore(due)) throw notIn("agreed and not overdue");
        var content = command.content();
        var decision = desk.review(Gate.DELIVERY, id, agreement, command.known());
        switch (decision.verdict()) {
            case ALLOW, ALLOW_WITH_OBLIGATIONS ->
                handOver(agreement, content, decision, decision.clearance().orElseThrow(), desk);
            case REQUIRE_REVIEW ->
                record(new DeliveryHeld(
                        id, content, decision, desk.after(desk.periods().review())));
            case DENY -> record(new DeliveryRefused(id, content, decision));
        }
    }

    @CommandHandler
    void collect(Collect command) {
        if (!(state instanceof Delivered || state instanceof Completed)) throw notIn("delivered");
        record(new DeliveryCollected(id, command.link()));
    }

    @CommandHandler
    void accept(Accept command, TradeDesk desk) {
        if (state instanceof Completed) return;
        if (!(state instanceof Delivered)) throw notIn("delivered");
        complete(new DeliveryAccepted(command.trade(), false), desk);
    }

    @CommandHandler
    void dispute(Dispute command, TradeDesk desk) {
        if (!(state instanceof Delivered(var _, var _, var _, var due))
                || !desk.now().isBefore(due)) throw notIn("delivered");
        record(new DeliveryDisputed(
                id, command.reason(), desk.after(desk.periods().dispute())));
    }

    @CommandHandler
    void resolve(Resolve command, TradeDesk desk) {
        if (!(state instanceof Disputed)) throw notIn("disputed");
        switch (command.resolution()) {
            case PAY_VENDOR -> complete(new DisputeDismissed(id, command.ground()), desk);
            case REFUND_BUYER -> rescind(command.ground(), desk);
        }
    }

    @CommandHandler
    void endWait(EndWait command, TradeDesk desk) {
        var due = state.end().filter(instant -> !desk.now().isBefore(instant));
        due.ifPresent(instant -> end(command.trade(), instant, desk));
    }

    private void end(TradeId trade, Instant due, TradeDesk desk) {
        switch (state) {
            case Requested _, Agreed _, HeldDelivery _ -> {
                giveBack(desk);
                record(new TradeLapsed(trade, state.name(), due));
            }
            case Delivered _ -> complete(new DeliveryAccepted(trade, true), desk);
            case Disputed _ -> rescind("no decision on the dispute in time", desk);
            case Absent _, Completed _, Terminated _ -> throw new IllegalStateException(state.name() + " has no end");
        }
    }

    private void approveOrder(Agreement proposed, Approve command, @Nullable Lifting first, TradeDesk desk) {
        var decision = desk.review(Gate.ORDER, id, proposed, command.known());
        switch (decision.verdict()) {
            case ALLOW, ALLOW_WITH_OBLIGATIONS ->
                conclude(proposed, decision, decision.clearance().orElseThrow(), desk);
            case REQUIRE_REVIEW -> {
                if (needsAnother(proposed, decision, command.lifting(), first, desk)) return;
                conclude(proposed, decision, Clearance.lifted(decision, command.lifting()), desk);
            }
            case DENY -> refuseOrder(proposed, decision, desk);
        }
    }

    private void approveDelivery(
            Agreement agreement, Content content, Approve command, @Nullable Lifting first, TradeDesk desk) {
        var decision = desk.review(Gate.DELIVERY, id, agreement, command.known());
        switch (decision.verdict()) {
            case ALLOW, ALLOW_WITH_OBLIGATIONS ->
                handOver(agreement, content, decision, decision.clearance().orElseThrow(), desk);
            case REQUIRE_REVIEW -> {
                if (needsAnother(agreement, decision, command.lifting(), first, desk)) return;
                handOver(agreement, content, decision, Clearance.lifted(decision, command.lifting()), desk);
            }
            case DENY -> record(new DeliveryRefused(id, content, decision));
        }
    }

    /** Whether this officer is the first of two; the second must be somebody else, who then answers for the clearance. */
    private boolean needsAnother(
            Agreement agreement, Decision decision, Lifting by, @Nullable Lifting first, TradeDesk desk) {
        if (!desk.fourEyes().needed(agreement, decision)) return false;
        if (first == null) record(new ReviewSupported(id, by, decision));
        else if (first.officer().equals(by.officer())) {
            throw new Refused(new TradeRefusal.SecondOfficerNeeded(id, first.officer()));
        }
        return first == null;
    }

    private void conclude(Agreement agreement, Decision decision, Clearance clearance, TradeDesk desk) {
        if (!desk.escrow().reserve(id, agreement.buyer(), agreement.price())) {
            throw new Refused(new TradeRefusal.InsufficientFunds(agreement.price()));
        }
        record(new TradeAgreed(
                id, agreement, decision, clearance, desk.after(desk.periods().delivery())));
    }

    private void refuseOrder(Agreement proposed, Decision decision, TradeDesk desk) {
        desk.exports().release(id);
        record(new OrderRefused(id, proposed, decision));
    }

    /** INVARIANT: the only place that asks for a receipt, and it takes a clearance. */
    private void handOver(
            Agreement agreement, Content content, Decision decision, Clearance clearance, TradeDesk desk) {
        var receipt = desk.notary().receipt(id, agreement, content, clearance, desk.now());
        var due = desk.after(desk.periods().acceptance());
        record(new DeliveryMade(id, content, decision, clearance, receipt, due));
    }

    private void complete(TradeEvent ground, TradeDesk desk) {
        record(ground);
        if (!(state instanceof Completed(var agreement, var receipt))) throw new IllegalStateException(state.name());
        var payout = desk.escrow().payOut(id, agreement.vendor(), agreement.price(), desk.today());
        record(new TradeSettled(id, payout));
        var number = CertificateNumber.of(id, desk.today());
        var certificate = desk.notary().certificate(number, id, agreement, receipt, payout, desk.now());
        record(new CertificateIssued(id, number, certificate));
    }

    /** The data has left, so its share of the exporter's counts stays. */
    private void rescind(String ground, TradeDesk desk) {
        desk.escrow().release(id);
        record(new TradeRescinded(id, ground));
    }

    private void giveBack(TradeDesk desk) {
        if (!(state instanceof Requested)) desk.escrow().release(id);
        desk.exports().release(id);
    }

    @EventSourcingHandler
    void on(TradeEvent event) {
        id = event.trade();
        state = state.after(event);
    }

    private static void record(TradeEvent event) {
        AggregateLifecycle.apply(event);
    }

    private Refused notIn(String needed) {
        return new Refused(new TradeRefusal.WrongState(id, state.name(), needed));
    }
}
