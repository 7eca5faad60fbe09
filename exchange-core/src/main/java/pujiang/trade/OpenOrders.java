package pujiang.trade;

import pujiang.refusal.Refused;

/**
 * The orders that wait for an officer. They do not bind their buyer and cost nothing, so the number per buyer and
 * listing is limited. Every change is part of the database transaction of its event.
 */
public interface OpenOrders {

    /** @throws Refused if the limit is reached */
    void enter(TradeId trade, Agreement proposed);

    /** It no longer waits and frees its place. */
    void leave(TradeId trade);
}
