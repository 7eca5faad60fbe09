package pujiang.trade;

import java.time.LocalDate;
import org.joda.money.Money;
import pujiang.participant.ParticipantId;

/**
 * Money set aside for a trade until it is delivered and accepted (资金存管). Every movement happens in the database
 * transaction of the event that causes it, once per trade however often it is asked for.
 */
public interface Escrow {

    /**
     * Sets the price aside from the buyer's balance.
     *
     * @return false, and nothing moved, if the balance does not cover it
     */
    boolean reserve(TradeId trade, ParticipantId buyer, Money price);

    /** Gives the reserved money back to the buyer. */
    void release(TradeId trade);

    /** Pays the vendor the reserved price less the fee of the rate in force on the date. */
    Payout payOut(TradeId trade, ParticipantId vendor, Money price, LocalDate on);
}
