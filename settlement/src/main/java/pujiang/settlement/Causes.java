package pujiang.settlement;

import java.util.function.Consumer;
import pujiang.trade.TradeId;

/**
 * The pending events that cause entries in the ledger. No entry of a trade is made without its event, and a command
 * decides before its events are stored.
 */
@FunctionalInterface
public interface Causes {

    /** @param entry made in the database transaction that stores the trade's event, given the event's identifier */
    void await(TradeId trade, Consumer<String> entry);
}
