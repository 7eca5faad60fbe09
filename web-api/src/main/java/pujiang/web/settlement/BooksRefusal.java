package pujiang.web.settlement;

import org.joda.money.Money;
import pujiang.refusal.Refusal;

/** Why a booking is turned away, in order of precedence. */
public sealed interface BooksRefusal extends Refusal {

    /** The bank's reference stands for another booking. */
    record ReferenceUsed(String reference) implements BooksRefusal {
        @Override
        public String code() {
            return "account.reference-used";
        }
    }

    /** There is less in the account than is to go out. */
    record NotCovered(Money amount) implements BooksRefusal {
        @Override
        public String code() {
            return "account.not-covered";
        }
    }

    @Override
    default boolean mayPassLater() {
        return switch (this) {
            case ReferenceUsed _ -> false;
            case NotCovered _ -> true;
        };
    }
}
