package pujiang.web.wiring;

import java.util.List;
import pujiang.watch.WatchEvent.AfterwardsJudged;

/** One of each event of the watch over a trade, with every component that can be there. */
final class WatchEvents {

    private WatchEvents() {}

    static List<Object> all() {
        return List.of(new AfterwardsJudged(TradeEvents.TRADE, TradeEvents.AGREEMENT, MarketEvents.OPEN));
    }
}
