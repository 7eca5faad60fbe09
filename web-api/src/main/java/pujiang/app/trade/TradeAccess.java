package pujiang.app.trade;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.app.security.Caller;
import pujiang.refusal.Refused;
import pujiang.trade.TradeId;
import pujiang.trade.TradeRefusal.Unknown;

/** Access to trades, and the side of the caller. For other callers the trade does not exist. */
@Component
public class TradeAccess {

    private final TradeBoard board;
    private final TradeHistory history;

    TradeAccess(TradeBoard board, TradeHistory history) {
        this.board = board;
        this.history = history;
    }

    /** For its parties, and for the exchange's own people; each reads what is for it. */
    public TradeView visible(TradeId trade, Caller caller) {
        return board.find(trade)
                .filter(found -> caller.staff() || found.isParty(caller.own()))
                .map(found -> found.readBy(caller))
                .orElseThrow(() -> new Refused(new Unknown(trade)));
    }

    /** For its buyer. */
    public void buyerOnly(TradeId trade, Caller caller) {
        var buyer = board.buyer(trade);
        if (buyer.filter(caller::actsFor).isEmpty()) throw new Refused(new Unknown(trade));
    }

    /** Document requests of officers; a party does not see requests to the other. */
    public List<PaperView> papers(TradeId trade, Caller caller) {
        var agreement = visible(trade, caller).agreement();
        return history.papers(trade).all().stream()
                .filter(documentRequest -> caller.staff()
                        || caller.actsFor(documentRequest.asking().side().of(agreement)))
                .map(PaperView::of)
                .toList();
    }

    /** Part of a trade that the caller may see. */
    public <T> T found(Optional<T> part) {
        return part.orElseThrow(() -> new Refused(new NotFound()));
    }
}
