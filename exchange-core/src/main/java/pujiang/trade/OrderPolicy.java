package pujiang.trade;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pujiang.participant.Jurisdiction;
import pujiang.trade.TradeRefusal.OfferEnded;
import pujiang.trade.TradeRefusal.OwnProduct;
import pujiang.trade.TradeRefusal.PurposeNotPermitted;
import pujiang.trade.TradeRefusal.SeatNotServed;

/** The requirements of the vendor's terms for an order. The rules of law are separate. */
public final class OrderPolicy {

    private static final List<Objection> IN_ORDER_OF_PRECEDENCE = List.of(
            OrderPolicy::theOfferMustStillRun,
            OrderPolicy::nobodyBuysFromItself,
            OrderPolicy::theSeatMustBeServed,
            OrderPolicy::thePurposeMustBePermitted);

    private OrderPolicy() {}

    /** The first objection, which is reported to the buyer. */
    public static Optional<TradeRefusal> firstObjection(Agreement proposed, Jurisdiction buyersSeat) {
        return IN_ORDER_OF_PRECEDENCE.stream()
                .flatMap(policy -> policy.to(proposed, buyersSeat).stream())
                .findFirst();
    }

    private static Optional<TradeRefusal> theOfferMustStillRun(Agreement proposed, Jurisdiction jurisdiction) {
        LocalDate until = proposed.terms().until();
        return proposed.concluded().isAfter(until)
                ? Optional.of(new OfferEnded(proposed.listing(), until))
                : Optional.empty();
    }

    private static Optional<TradeRefusal> nobodyBuysFromItself(Agreement proposed, Jurisdiction jurisdiction) {
        return proposed.vendor().equals(proposed.buyer())
                ? Optional.of(new OwnProduct(proposed.buyer()))
                : Optional.empty();
    }

    private static Optional<TradeRefusal> theSeatMustBeServed(Agreement proposed, Jurisdiction jurisdiction) {
        var served = proposed.terms().territories();
        return served.contains(jurisdiction) ? Optional.empty() : Optional.of(new SeatNotServed(jurisdiction, served));
    }

    private static Optional<TradeRefusal> thePurposeMustBePermitted(Agreement proposed, Jurisdiction jurisdiction) {
        var permitted = proposed.terms().purposes();
        var purpose = proposed.use().purpose();
        return permitted.contains(purpose)
                ? Optional.empty()
                : Optional.of(new PurposeNotPermitted(purpose, permitted));
    }

    private interface Objection {
        Optional<TradeRefusal> to(Agreement proposed, Jurisdiction buyersSeat);
    }
}
