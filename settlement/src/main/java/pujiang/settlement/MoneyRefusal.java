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
