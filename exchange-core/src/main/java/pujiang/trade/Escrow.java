package pujiang.trade;

import java.time.LocalDate;
import org.joda.money.Money;
import pujiang.participant.ParticipantId;

/**
 * The money reserved for a trade until it is delivered and accepted (资金存管). Each movement is part of the database
 * transaction of its event and happens once per trade, even if it is requested again.
 */
public interface Escrow {

    /**
     * Reserves the price from the buyer's balance.
     *
     * @return false, with no movement, if the balance does not cover it
     */
    boolean reserve(TradeId trade, ParticipantId buyer, Money price);

    /** Returns the reserved money to the buyer. */
    void release(TradeId trade);

    /** Pays the vendor the reserved price less the fee of the rate in force on the date. */
    Payout payOut(TradeId trade, ParticipantId vendor, Money price, LocalDate on);
}
