package pujiang.history;

import java.util.List;

/** How the events of trades have changed. */
final class TradeRevisions {

    static final List<Upcast> STEPS = List.of(
            // A vendor could not name the file that it delivers.
            Upcast.addsNull("trade.delivery-held", 1, "fileName"),
            Upcast.addsNull("trade.delivery-made", 1, "fileName"));

    private TradeRevisions() {}
}
