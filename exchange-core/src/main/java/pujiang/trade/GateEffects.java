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

/** What follows when a gate has been passed or not: money, counts and signatures move, and the event says so. */
record GateEffects(TradeId trade, TradePorts desk) {

    /** What the law's answer led to. */
    sealed interface Judged {

        /** It is settled, one way or the other. */
        record Settled(TradeEvent by) implements Judged {}

        /** The law leaves it to a person. */
        record Open(Decision decision) implements Judged {}

        /** It may pass, and something else stands against it; nothing has happened. */
        record Impeded(Decision decision, Refusal by) implements Judged {}
    }

    /** Asks the law about an order or a delivery that will be held unless this settles it. */
    Judged judge(Held held, FactSheet known) {
        var decision = desk.review(held.gate(), trade, held.agreement(), known, held.papers());
        if (decision.verdict() == Verdict.DENY) return new Settled(turnedAway(held, decision));
        return decision.clearance()
                .or(() -> excepted(held, decision))
                .map(clearance -> through(held, decision, clearance))
                .orElseGet(() -> new Open(decision));
    }

    /** What asking the law again comes to while an officer must look: it is settled, or lies before the officer anew. */
    TradeEvent again(Held held, FactSheet known) {
        return switch (judge(held, known)) {
            case Settled(var event) -> event;
            case Impeded(var decision, var _) -> new ReviewContinued(trade, decision);
            case Open(var decision) -> new ReviewContinued(trade, decision);
        };
    }

    /** The same, where what is known has changed; nothing if the law answers as before. */
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

    /** INVARIANT: the one question whether anything holds a delivery that nobody turns away; asked before every receipt. */
    Optional<Refusal> objection(HeldDelivery delivery) {
        return desk.objection().against(trade, delivery.owed());
    }

    /** An exception that lifts this review, where one officer would be enough. */
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

    /** The vendor is paid, and the trade certified. */
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

    /** INVARIANT: the only place that asks for a receipt, and it takes a clearance. */
    private TradeEvent handOver(HeldDelivery delivery, Decision decision, Clearance clearance) {
        var handover = delivery.handover();
        desk.count(trade, delivery.agreement(), decision);
        var receipt = desk.notary().receipt(trade, delivery.agreement(), handover, clearance, desk.now());
        var due = desk.after(desk.periods().acceptance());
        return new DeliveryMade(trade, handover, decision, clearance, receipt, due);
    }
}
