package pujiang.web.watch;

import org.springframework.stereotype.Component;
import pujiang.trade.TradeId;
import pujiang.web.obligation.ObligationBoard;

/** Whether the data of a trade is with its buyer: from a moment after the delivery until a deletion has been accepted. */
@Component
public class Custody {

    private final WatchBoard board;
    private final ObligationBoard obligations;

    Custody(WatchBoard board, ObligationBoard obligations) {
        this.board = board;
        this.obligations = obligations;
    }

    /** Whether the law is asked about it, and what somebody reports is heard. */
    public boolean isWatched(TradeId trade) {
        return board.watches(trade) && isHeld(trade);
    }

    /** Of a trade that was delivered. */
    boolean isHeld(TradeId trade) {
        return !obligations.isDeleted(trade);
    }
}
