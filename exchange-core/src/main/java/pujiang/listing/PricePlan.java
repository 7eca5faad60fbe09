package pujiang.listing;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import pujiang.refusal.Invalid;

/**
 * The way a product is paid for (价格方案). Plans paid more than once, by use or by success need clearing and will be
 * further kinds. The compiler then finds every switch that must handle them.
 */
public sealed interface PricePlan {

    /** The amount due, and reserved, when the trade is agreed; zero if there is none. */
    Money dueNow();

    /** 免费. */
    record Free() implements PricePlan {

        @Override
        public Money dueNow() {
            return NOTHING;
        }
    }

    /**
     * 一次性付费.
     *
     * @param price in yuan, above zero
     */
    record OneTime(Money price) implements PricePlan {

        public OneTime {
            mustBeAPrice(price);
            if (price.isZero()) {
                throw Invalid.at("terms.price.amount", "number.out-of-range", "must be above zero", "0.01..");
            }
        }

        @Override
        public Money dueNow() {
            return price;
        }
    }

    /** An exchange account is held in one currency only. */
    Money NOTHING = Money.zero(CurrencyUnit.of("CNY"));

    /**
     * The plan for one price; zero is free.
     *
     * @throws Invalid at the price, if it is negative or not in yuan
     */
    static PricePlan of(Money price) {
        mustBeAPrice(price);
        return price.isZero() ? new Free() : new OneTime(price);
    }

    private static void mustBeAPrice(Money price) {
        if (price.isNegative())
            throw Invalid.at("terms.price.amount", "number.out-of-range", "must not be negative", "0.00..");
        if (!price.getCurrencyUnit().getCode().equals("CNY")) {
            throw Invalid.at("terms.price.currency", "currency.unsupported", "must be CNY", "CNY");
        }
    }
}
