package pujiang.app.watch;

import org.springframework.stereotype.Component;
import pujiang.app.obligation.ObligationBoard;
import pujiang.app.parked.ParkedEventBoard;
import pujiang.trade.TradeId;

/** Whether the buyer holds the data of a trade: from a moment after the delivery until a deletion has been accepted. */
@Component
public class Possession {

    private final WatchBoard board;
    private final ObligationBoard obligations;
    private final ParkedEventBoard parked;

    Possession(WatchBoard board, ObligationBoard obligations, ParkedEventBoard parked) {
        this.board = board;
        this.obligations = obligations;
        this.parked = parked;
    }

    /**
     * Whether post-trade rules are evaluated and reports are accepted. Delivered data is held, whether the work that
     * follows the delivery has been done or not.
     */
    public boolean isWatched(TradeId trade) {
        return (board.watches(trade) || parked.awaitsItsDelivery(trade)) && isHeld(trade);
    }

    /** Of a trade that was delivered. */
    boolean isHeld(TradeId trade) {
        return !obligations.isDeleted(trade);
    }
}
