package pujiang.host.wiring;

import java.time.Instant;
import java.util.List;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.FactSource;
import pujiang.compliance.IncidentFacts.Level;
import pujiang.watch.IncidentReport;
import pujiang.watch.WatchEvent.AfterwardsJudged;
import pujiang.watch.WatchEvent.AfterwardsResolved;
import pujiang.watch.WatchEvent.IncidentReported;
import pujiang.watch.WatchEvent.PurposeChanged;

/** One of each event of the watch over a trade, with every component that can be there. */
public final class WatchEvents {

    private WatchEvents() {}

    public static List<Object> all() {
        return List.of(
                new AfterwardsJudged(TradeEvents.TRADE, TradeEvents.AGREEMENT, MarketEvents.OPEN),
                new AfterwardsResolved(
                        TradeEvents.TRADE,
                        MarketEvents.OPEN.digest(),
                        new Lifting("officer", "no incident is known", "vault/9")),
                new IncidentReported(
                        TradeEvents.TRADE,
                        new IncidentReport(
                                FactSource.BUYER,
                                "备份被公开下载",
                                true,
                                Level.LARGER,
                                Instant.parse("2026-11-26T08:30:00Z"),
                                true,
                                false)),
                new PurposeChanged(TradeEvents.TRADE, "also trains a model that is sold"));
    }
}
