package pujiang.trade;

import java.util.List;
import java.util.Optional;
import pujiang.compliance.Clearance;
import pujiang.compliance.Decision;
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
record Passage(TradeId trade, TradeDesk desk) {

    /** Empty if the buyer cannot pay; then nothing has happened. */
    Optional<TradeEvent> through(Held held, Decision decision, Clearance clearance) {
        return switch (held) {
            case Requested order -> conclude(order.agreement(), decision, clearance);
            case HeldDelivery delivery -> Optional.of(handOver(delivery, decision, clearance));
        };
    }

    /** An exception that lifts this review, where one officer would be enough. */
    Optional<Clearance> excepted(Held held, Decision open) {
        if (desk.fourEyes().needed(held.agreement(), open)) return Optional.empty();
        return desk.exceptions().reaching(trade, held.agreement()).stream()
                .filter(granted -> granted.waiver().covers(open, desk.today()))
                .findFirst()
                .map(granted -> Clearance.lifted(open, granted.lifting()));
    }

    TradeEvent turnedAway(Held held, Decision decision) {
        return switch (held) {
            case Requested order -> {
                desk.exports().release(trade);
                yield new OrderRefused(trade, order.agreement(), decision);
            }
            case HeldDelivery delivery -> new DeliveryRefused(trade, delivery.content(), decision);
        };
    }

    /** The vendor is paid, and the trade certified. */
    List<TradeEvent> settled(Agreement agreement, Attestation receipt) {
        var payout = desk.escrow().payOut(trade, agreement.vendor(), agreement.price(), desk.today());
        var number = CertificateNumber.of(trade, desk.today());
        var certificate = desk.notary().certificate(number, trade, agreement, receipt, payout, desk.now());
        return List.of(new TradeSettled(trade, payout), new CertificateIssued(trade, number, certificate));
    }

    private Optional<TradeEvent> conclude(Agreement agreement, Decision decision, Clearance clearance) {
        if (!desk.escrow().reserve(trade, agreement.buyer(), agreement.price())) return Optional.empty();
        var due = desk.after(desk.periods().delivery());
        return Optional.of(new TradeAgreed(trade, agreement, decision, clearance, due));
    }

    /** INVARIANT: the only place that asks for a receipt, and it takes a clearance. */
    private TradeEvent handOver(HeldDelivery delivery, Decision decision, Clearance clearance) {
        var content = delivery.content();
        var receipt = desk.notary().receipt(trade, delivery.agreement(), content, clearance, desk.now());
        var due = desk.after(desk.periods().acceptance());
        return new DeliveryMade(trade, content, decision, clearance, receipt, due);
    }
}
