package pujiang.web.wiring;

import java.util.List;
import pujiang.compliance.Clearance.Lifting;
import pujiang.watch.WatchEvent.AfterwardsJudged;
import pujiang.watch.WatchEvent.AfterwardsResolved;

/** One of each event of the watch over a trade, with every component that can be there. */
final class WatchEvents {

    private WatchEvents() {}

    static List<Object> all() {
        return List.of(
                new AfterwardsJudged(TradeEvents.TRADE, TradeEvents.AGREEMENT, MarketEvents.OPEN),
                new AfterwardsResolved(
                        TradeEvents.TRADE,
                        MarketEvents.OPEN.digest(),
                        new Lifting("officer", "no incident is known", "vault/9")));
    }
}
