package pujiang.trade;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;

/**
 * The division of the price (清结算).
 *
 * @param fee kept by the exchange
 * @param net received by the vendor; fee and net add up to the price
 * @param rate share of the price, 0 to 1
 * @param rateSince the day from which that rate is in force
 */
public record Payout(Money fee, Money net, BigDecimal rate, LocalDate rateSince) {}
