package pujiang.history;

import java.util.List;
import java.util.stream.Stream;

/** The changes of the events of trades. */
final class TradeRevisions {

    private static final List<String> DECIDED = List.of(
            "trade.order-refused",
            "trade.order-held",
            "trade.agreed",
            "trade.review-supported",
            "trade.review-continued",
            "trade.answer-changed",
            "trade.delivery-refused");

    static final List<Upcast> STEPS = Stream.concat(
                    DECIDED.stream().map(event -> Upcast.decides(event, 1)),
                    Stream.of(
                            // A vendor could not name the file that it delivers.
                            Upcast.addsNull("trade.delivery-held", 1, "fileName"),
                            Upcast.addsNull("trade.delivery-made", 1, "fileName"),
                            Upcast.decides("trade.delivery-held", 2),
                            Upcast.decides("trade.delivery-made", 2),
                            new Upcast("trade.delivery-refused", 2, HandoverRevisions::ofAFile),
                            new Upcast("trade.delivery-held", 3, HandoverRevisions::ofAFile),
                            new Upcast("trade.delivery-made", 3, HandoverRevisions::ofAFile)))
            .toList();

    private TradeRevisions() {}
}
