package pujiang.trade;

import java.util.List;
import java.util.Optional;
import pujiang.compliance.Clearance;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Verdict;
import pujiang.refusal.Refusal;
import pujiang.trade.GateEffects.Judged.Impeded;
import pujiang.trade.GateEffects.Judged.Open;
import pujiang.trade.GateEffects.Judged.Settled;
import pujiang.trade.ReviewEvent.ReviewContinued;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.DeliveryRefused;
import pujiang.trade.TradeEvent.OrderRefused;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.trade.TradeEvent.TradeSettled;
import pujiang.trade.TradeState.Held;
import pujiang.trade.TradeState.HeldDelivery;
import pujiang.trade.TradeState.Requested;

/** The effects of a gate. Money, counts and signatures change together with the event. */
record GateEffects(TradeId trade, TradePorts desk) {

    /** The result of evaluating the rules. */
    sealed interface Judged {

        /** Decided by the rules. */
        record Settled(TradeEvent by) implements Judged {}

        /** Left to an officer by the rules. */
        record Open(Decision decision) implements Judged {}

        /** Allowed by the rules but prevented by another objection; nothing has happened. */
        record Impeded(Decision decision, Refusal by) implements Judged {}
    }

    /** Evaluates the rules for an order or a delivery, which is held unless the result is final. */
    Judged judge(Held held, FactSheet known) {
        var decision = desk.review(held.gate(), trade, held.agreement(), known, held.papers());
        if (decision.verdict() == Verdict.DENY) return new Settled(turnedAway(held, decision));
        return decision.clearance()
                .or(() -> excepted(held, decision))
                .map(clearance -> through(held, decision, clearance))
                .orElseGet(() -> new Open(decision));
    }

    /** The event of a new evaluation during a review: it is decided, or it stays under review with the new decision. */
    TradeEvent again(Held held, FactSheet known) {
        return switch (judge(held, known)) {
            case Settled(var event) -> event;
            case Impeded(var decision, var _) -> new ReviewContinued(trade, decision);
            case Open(var decision) -> new ReviewContinued(trade, decision);
        };
    }

    /** The same for changed facts; empty if the result has not changed. */
    Optional<TradeEvent> anew(Held held, FactSheet known) {
        var event = again(held, known);
        var same = event instanceof ReviewContinued(var _, var decision)
                && held.review().isAbout(decision);
        return same ? Optional.empty() : Optional.of(event);
    }

    Judged through(Held held, Decision decision, Clearance clearance) {
        return switch (held) {
            case Requested order -> conclude(order.agreement(), decision, clearance);
            case HeldDelivery delivery ->
                objection(delivery)
                        .<Judged>map(objection -> new Impeded(decision, objection))
                        .orElseGet(() -> new Settled(handOver(delivery, decision, clearance)));
        };
    }

    /** INVARIANT: the only check for objections to a delivery that the rules allow; made before every receipt. */
    Optional<Refusal> objection(HeldDelivery delivery) {
        return desk.objection().against(trade, delivery.owed());
    }

    /** An exception that covers this review, where one officer would be enough. */
    private Optional<Clearance> excepted(Held held, Decision open) {
        if (desk.fourEyes().needed(held.agreement(), open)) return Optional.empty();
        return desk.exceptions().reaching(trade, held.agreement()).stream()
                .filter(granted -> granted.waiver().covers(open, desk.today()))
                .findFirst()
                .map(granted -> Clearance.lifted(open, granted.lifting()));
    }

    private TradeEvent turnedAway(Held held, Decision decision) {
        return switch (held) {
            case Requested order -> new OrderRefused(trade, order.agreement(), decision);
            case HeldDelivery delivery -> new DeliveryRefused(trade, delivery.handover(), decision);
        };
    }

    /** Pays the vendor and certifies the trade. */
    List<TradeEvent> settled(Agreement agreement, Attestation receipt) {
        var payout = desk.escrow().payOut(trade, agreement.vendor(), agreement.price(), desk.today());
        var number = CertificateNumber.of(trade, desk.today());
        var certificate = desk.notary().certificate(number, trade, agreement, receipt, payout, desk.now());
        return List.of(new TradeSettled(trade, payout), new CertificateIssued(trade, number, certificate));
    }

    private Judged conclude(Agreement agreement, Decision decision, Clearance clearance) {
        if (!desk.escrow().reserve(trade, agreement.buyer(), agreement.price())) {
            return new Impeded(decision, new TradeRefusal.InsufficientFunds(agreement.price()));
        }
        desk.count(trade, agreement, decision);
        var due = desk.after(desk.periods().delivery());
        return new Settled(new TradeAgreed(trade, agreement, decision, clearance, due));
    }

    /** INVARIANT: the only place that requests a receipt, and it requires a clearance. */
    private TradeEvent handOver(HeldDelivery delivery, Decision decision, Clearance clearance) {
        var handover = delivery.handover();
        desk.count(trade, delivery.agreement(), decision);
        var receipt = desk.notary().receipt(trade, delivery.agreement(), handover, clearance, desk.now());
        var due = desk.after(desk.periods().acceptance());
        return new DeliveryMade(trade, handover, decision, clearance, receipt, due);
    }
}
