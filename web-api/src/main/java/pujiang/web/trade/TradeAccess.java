package pujiang.web.trade;

import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.refusal.Refused;
import pujiang.trade.TradeId;
import pujiang.trade.TradeRefusal.Unknown;
import pujiang.web.request.RequestRefusal.NotFound;
import pujiang.web.security.Caller;

/** Who may see a trade, and on which side of it a caller stands. What is another's is not even there. */
@Component
public class TradeAccess {

    private final TradeBoard board;

    TradeAccess(TradeBoard board) {
        this.board = board;
    }

    /** For its parties, and for the exchange's own people. */
    public TradeView visible(TradeId trade, Caller caller) {
        return board.find(trade)
                .filter(found -> caller.staff() || found.isParty(caller.own()))
                .orElseThrow(() -> new Refused(new Unknown(trade)));
    }

    /** For its buyer. */
    void buyerOnly(TradeId trade, Caller caller) {
        var buyer = board.buyer(trade);
        if (buyer.filter(caller::actsFor).isEmpty()) throw new Refused(new Unknown(trade));
    }

    /** Part of a trade that the caller may see. */
    public <T> T found(Optional<T> part) {
        return part.orElseThrow(() -> new Refused(new NotFound("")));
    }
}
