package pujiang.host.wiring;

import java.util.List;
import pujiang.recall.Measure;
import pujiang.recall.Occurrence;
import pujiang.recall.Plan;
import pujiang.recall.RecallEvent.MeasurePostponed;
import pujiang.recall.RecallEvent.MeasureTaken;
import pujiang.recall.RecallEvent.PlanConfirmed;
import pujiang.recall.RecallEvent.PlanStaged;
import pujiang.recall.RecallEvent.RecallCompleted;
import pujiang.recall.RecallEvent.RecallDropped;
import pujiang.recall.RecallEvent.RecallFiled;
import pujiang.recall.RecallId;
import pujiang.trade.TradeId;

/** One of each event of recalls, with every component that can be there. */
public final class RecallEvents {

    private static final RecallId ID = new RecallId("consent-7");

    private RecallEvents() {}

    public static List<Object> all() {
        var trade = new TradeId("pm25-for-lake-labs");
        var plan = new Plan(
                List.of(MarketEvents.PRODUCT),
                List.of(
                        Measure.suspend(MarketEvents.VENDOR),
                        Measure.suspend(MarketEvents.PRODUCT, MarketEvents.LISTING),
                        Measure.hold(MarketEvents.PRODUCT, new TradeId("pm25-for-others"), MarketEvents.VENDOR),
                        Measure.copy(
                                Measure.Kind.DELETE_COPY,
                                MarketEvents.PRODUCT,
                                trade,
                                MarketEvents.BUYER,
                                "0c".repeat(32))));
        return List.of(
                new RecallFiled(
                        ID,
                        new Occurrence(
                                Occurrence.Kind.CONSENT_WITHDRAWN,
                                MarketEvents.PRODUCT,
                                null,
                                null,
                                "12 人撤回同意",
                                "vault/11"),
                        MarketEvents.VENDOR),
                new PlanStaged(ID, plan, plan.digest()),
                new PlanConfirmed(ID, plan.digest()),
                new MeasureTaken(ID, 4, "obligation o-0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c"),
                new MeasurePostponed(ID, 2, "BrokenStream: event 1 of Listing pm25-offer is missing in the store"),
                new RecallCompleted(ID),
                new RecallDropped(ID, "误报"));
    }
}
