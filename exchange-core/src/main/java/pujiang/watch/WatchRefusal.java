package pujiang.watch;

import pujiang.refusal.Refusal;
import pujiang.trade.TradeId;

/** The reasons for refusing a request about the watch over a trade, in order of precedence. */
public sealed interface WatchRefusal extends Refusal {

    /** Not delivered yet, or the delivered data is deleted. The watch starts a moment after the delivery. */
    record NotHeld(TradeId trade) implements WatchRefusal {}

    /** The last decision does not require an officer, or an officer has resolved it. */
    record NothingOpen(TradeId trade) implements WatchRefusal {}

    /** The decision has changed since. */
    record AnswerChanged(TradeId trade, String read, String current) implements WatchRefusal {}
}
