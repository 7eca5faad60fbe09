package pujiang.host.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import pujiang.app.decision.DecisionExtractor;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.FileHandover;
import pujiang.history.EventCatalogue;
import pujiang.listing.ListingEvent.ListingSuspended;
import pujiang.participant.ParticipantEvent.ParticipantSuspended;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.DeliveryRefused;

/** What the stored events of earlier revisions mean today. */
public final class EarlierEvents {

    private EarlierEvents() {}

    /** By the name of the file that holds the stored event. */
    public static Map<String, Object> all() {
        var all = new HashMap<String, Object>();
        Stream.of(MarketEvents.all(), TradeEvents.all(), TradeEvents.ofReviews(), WatchEvents.all())
                .flatMap(List::stream)
                .filter(event -> DecisionExtractor.isKeptBy(event.getClass()) && !isDelivery(event))
                .forEach(event -> all.put(beforeTraits(event.getClass()), event));
        all.put("listing.suspended.1", new ListingSuspended(MarketEvents.LISTING, MarketEvents.REASON, null));
        all.put("participant.suspended.1", new ParticipantSuspended(MarketEvents.VENDOR, MarketEvents.REASON, null));
        all.putAll(deliveriesOfFiles());
        return all;
    }

    private static boolean isDelivery(Object event) {
        return event instanceof DeliveryRefused || event instanceof DeliveryHeld || event instanceof DeliveryMade;
    }

    /** Before there were kinds of handover. The revision before that has no traits. */
    private static Map<String, Object> deliveriesOfFiles() {
        return Map.of(
                "trade.delivery-refused.1",
                unnamed(TradeEvents.REFUSED),
                "trade.delivery-refused.2",
                unnamed(TradeEvents.REFUSED),
                "trade.delivery-held.1",
                unnamed(TradeEvents.HELD),
                "trade.delivery-held.2",
                TradeEvents.HELD,
                "trade.delivery-held.3",
                TradeEvents.HELD,
                "trade.delivery-made.1",
                unnamed(TradeEvents.MADE),
                "trade.delivery-made.2",
                TradeEvents.MADE,
                "trade.delivery-made.3",
                TradeEvents.MADE);
    }

    /** The facts of the decision in those files are such that the traits of then are the traits of now. */
    private static String beforeTraits(Class<?> event) {
        var now = event.getAnnotation(Revision.class).value();
        return new EventCatalogue().nameOf(event) + "." + (Integer.parseInt(now) - 1);
    }

    private static DeliveryRefused unnamed(DeliveryRefused refused) {
        return new DeliveryRefused(refused.trade(), unnamed(refused.handover()), refused.decision());
    }

    private static DeliveryHeld unnamed(DeliveryHeld held) {
        return new DeliveryHeld(held.trade(), unnamed(held.handover()), held.decision(), held.due());
    }

    private static DeliveryMade unnamed(DeliveryMade made) {
        return new DeliveryMade(
                made.trade(), unnamed(made.handover()), made.decision(), made.clearance(), made.receipt(), made.due());
    }

    private static Handover unnamed(Handover handover) {
        return new FileHandover(handover.file().orElseThrow().content(), null);
    }
}
