package pujiang.host.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import pujiang.app.decision.DecisionIn;
import pujiang.history.EventCatalogue;
import pujiang.listing.ListingEvent.ListingSuspended;
import pujiang.participant.ParticipantEvent.ParticipantSuspended;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.DeliveryMade;

/** What the stored events of earlier revisions mean today. */
public final class EarlierEvents {

    private EarlierEvents() {}

    /** By the name of the file that holds the stored event. */
    public static Map<String, Object> all() {
        var all = new HashMap<String, Object>();
        Stream.of(MarketEvents.all(), TradeEvents.all(), TradeEvents.ofReviews(), WatchEvents.all())
                .flatMap(List::stream)
                .filter(event -> DecisionIn.isKeptBy(event.getClass()))
                .forEach(event -> all.put(beforeTraits(event.getClass()), event));
        all.put("listing.suspended.1", new ListingSuspended(MarketEvents.LISTING, MarketEvents.REASON, null));
        all.put("participant.suspended.1", new ParticipantSuspended(MarketEvents.VENDOR, MarketEvents.REASON, null));
        all.put("trade.delivery-held.1", unnamed(TradeEvents.HELD));
        all.put("trade.delivery-made.1", unnamed(TradeEvents.MADE));
        return all;
    }

    /** The facts of the decision in those files are such that the traits of then are the traits of now. */
    private static String beforeTraits(Class<?> event) {
        var now = event.getAnnotation(Revision.class).value();
        return new EventCatalogue().nameOf(event) + "." + (Integer.parseInt(now) - 1);
    }

    private static DeliveryHeld unnamed(DeliveryHeld held) {
        return new DeliveryHeld(held.trade(), held.content(), null, held.decision(), held.due());
    }

    private static DeliveryMade unnamed(DeliveryMade made) {
        return new DeliveryMade(
                made.trade(), made.content(), null, made.decision(), made.clearance(), made.receipt(), made.due());
    }
}
