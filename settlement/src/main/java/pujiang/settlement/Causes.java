package pujiang.settlement;

import java.util.function.Consumer;
import pujiang.trade.TradeId;

/**
 * Events that are about to be stored and to cause entries in the books: no entry of a trade is made without its event, and
 * a command decides before its events are stored.
 */
@FunctionalInterface
public interface Causes {

    /** @param entry made in the same database transaction, when the trade's event is stored, given the event's identifier */
    void await(TradeId trade, Consumer<String> entry);
}
