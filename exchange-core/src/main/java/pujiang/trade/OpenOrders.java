package pujiang.trade;

import pujiang.refusal.Refused;

/**
 * Orders that wait for an officer and have bound nobody yet. They cost their buyer nothing, so only a few of one buyer may
 * wait for one listing. Everything happens in the database transaction of the event that causes it.
 */
public interface OpenOrders {

    /** @throws Refused if as many as may do so wait already */
    void enter(TradeId trade, Agreement proposed);

    /** It waits no longer, and leaves its place to another. */
    void leave(TradeId trade);
}
