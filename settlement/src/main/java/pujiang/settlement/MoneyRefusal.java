package pujiang.settlement;

import org.joda.money.Money;
import pujiang.refusal.Refusal;

/** Why money does not move. */
public sealed interface MoneyRefusal extends Refusal {

    /** The account does not cover the amount. */
    record InsufficientBalance(Money amount) implements MoneyRefusal {
        @Override
        public String code() {
            return "money.insufficient-balance";
        }

        @Override
        public boolean mayPassLater() {
            return true;
        }
    }

    /** The account would hold more than any may. */
    record BalanceTooLarge(Money limit) implements MoneyRefusal {
        @Override
        public String code() {
            return "money.balance-too-large";
        }

        @Override
        public boolean mayPassLater() {
            return true;
        }
    }

    record BookingUnknown(String booking) implements MoneyRefusal {
        @Override
        public String code() {
            return "money.booking-unknown";
        }

        @Override
        public boolean mayPassLater() {
            return false;
        }
    }

    /** What was read and what is there are two. */
    record BookingChanged(String booking) implements MoneyRefusal {
        @Override
        public String code() {
            return "money.booking-changed";
        }

        @Override
        public boolean mayPassLater() {
            return false;
        }
    }

    /** Nobody confirms what they have asked for themselves. */
    record SecondOperatorNeeded(String booking) implements MoneyRefusal {
        @Override
        public String code() {
            return "money.second-operator-needed";
        }

        @Override
        public boolean mayPassLater() {
            return false;
        }
    }

    /** It waits no more. */
    record BookingEnded(String booking, String state) implements MoneyRefusal {
        @Override
        public String code() {
            return "money.booking-ended";
        }

        @Override
        public boolean mayPassLater() {
            return false;
        }
    }

    /** The bank's reference was booked with another amount or for somebody else. */
    record ReferenceUsed(String reference) implements MoneyRefusal {
        @Override
        public String code() {
            return "money.reference-used";
        }

        @Override
        public boolean mayPassLater() {
            return false;
        }
    }
}
