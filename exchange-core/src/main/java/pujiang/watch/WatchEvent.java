package pujiang.watch;

import org.axonframework.serialization.Revision;
import pujiang.compliance.Decision;
import pujiang.trade.Agreement;
import pujiang.trade.TradeId;

/** What came of asking after a trade. */
public sealed interface WatchEvent {

    TradeId trade();

    /** The law's first answer at the gate after the trade, or one that is not the one before. */
    @Revision("1")
    record AfterwardsJudged(TradeId trade, Agreement agreement, Decision decision) implements WatchEvent {}
}
