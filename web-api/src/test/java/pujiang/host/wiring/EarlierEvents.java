package pujiang.host.wiring;

import java.util.Map;
import pujiang.listing.ListingEvent.ListingSuspended;
import pujiang.participant.ParticipantEvent.ParticipantSuspended;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.DeliveryMade;

/** What the stored events of earlier revisions mean today. */
public final class EarlierEvents {

    private EarlierEvents() {}

    /** By the name of the file that holds the stored event. */
    public static Map<String, Object> all() {
        return Map.of(
                "listing.suspended.1",
                new ListingSuspended(MarketEvents.LISTING, MarketEvents.REASON, null),
                "participant.suspended.1",
                new ParticipantSuspended(MarketEvents.VENDOR, MarketEvents.REASON, null),
                "trade.delivery-held.1",
                unnamed(TradeEvents.HELD),
                "trade.delivery-made.1",
                unnamed(TradeEvents.MADE));
    }

    private static DeliveryHeld unnamed(DeliveryHeld held) {
        return new DeliveryHeld(held.trade(), held.content(), null, held.decision(), held.due());
    }

    private static DeliveryMade unnamed(DeliveryMade made) {
        return new DeliveryMade(
                made.trade(), made.content(), null, made.decision(), made.clearance(), made.receipt(), made.due());
    }
}
