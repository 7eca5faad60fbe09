package pujiang.settlement;

import org.joda.money.Money;
import pujiang.refusal.Refusal;

/** The reasons why money does not move. */
public sealed interface MoneyRefusal extends Refusal {

    /** The account does not cover the amount. */
    record InsufficientBalance(Money amount) implements MoneyRefusal {}

    /** The balance would exceed the limit. */
    record BalanceTooLarge(Money limit) implements MoneyRefusal {}

    record BookingUnknown(String booking) implements MoneyRefusal {}

    /** The booking has changed since it was read. */
    record BookingChanged(String booking) implements MoneyRefusal {}

    /** An operator cannot confirm a booking that the same operator has requested. */
    record SecondOperatorNeeded(String booking) implements MoneyRefusal {}

    /** The booking is no longer pending. */
    record BookingEnded(String booking, String state) implements MoneyRefusal {}

    /** The bank's reference was booked with another amount or for another participant. */
    record ReferenceUsed(String reference) implements MoneyRefusal {}
}
