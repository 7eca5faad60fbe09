package pujiang.settlement;

import org.joda.money.Money;
import pujiang.refusal.Refusal;

/** Why money does not move. */
public sealed interface MoneyRefusal extends Refusal {

    /** The account does not cover the amount. */
    record InsufficientBalance(Money amount) implements MoneyRefusal {}

    /** The account would hold more than any may. */
    record BalanceTooLarge(Money limit) implements MoneyRefusal {}

    record BookingUnknown(String booking) implements MoneyRefusal {}

    /** What was read and what is there are two. */
    record BookingChanged(String booking) implements MoneyRefusal {}

    /** Nobody confirms what they have asked for themselves. */
    record SecondOperatorNeeded(String booking) implements MoneyRefusal {}

    /** It waits no more. */
    record BookingEnded(String booking, String state) implements MoneyRefusal {}

    /** The bank's reference was booked with another amount or for somebody else. */
    record ReferenceUsed(String reference) implements MoneyRefusal {}
}
