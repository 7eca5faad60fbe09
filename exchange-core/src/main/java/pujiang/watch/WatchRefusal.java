package pujiang.watch;

import pujiang.refusal.Refusal;
import pujiang.trade.TradeId;

/** Why a request about the watch over a trade is turned away, in order of precedence. */
public sealed interface WatchRefusal extends Refusal {

    /** Nothing was delivered yet, or what was is deleted; a trade is watched from a moment after its delivery on. */
    record NotHeld(TradeId trade) implements WatchRefusal {}

    /** The law's last answer leaves nothing to an officer, or an officer has looked at it. */
    record NothingOpen(TradeId trade) implements WatchRefusal {}

    /** The law has said something else since. */
    record AnswerChanged(TradeId trade, String read, String current) implements WatchRefusal {}
}
