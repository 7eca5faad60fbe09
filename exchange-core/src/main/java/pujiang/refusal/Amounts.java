package pujiang.refusal;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Checks amounts of money at entry. */
public final class Amounts {

    /**
     * The largest amount of one price, deposit or withdrawal: a trillion yuan (一万亿元), a few days of China's national
     * income. Our own choice. In fen it is 10^14, so that a column of 64 bits holds 92,233 of them.
     */
    public static final Money HIGHEST = Money.ofMajor(CurrencyUnit.of("CNY"), 1_000_000_000_000L);

    private Amounts() {}

    /**
     * Accepts an amount whose absolute value is at most the highest.
     *
     * @param path the field that holds the number
     * @throws Invalid at the path
     */
    public static void check(String path, Money money) {
        if (money.getAmount().abs().compareTo(HIGHEST.getAmount()) > 0) {
            var highest = HIGHEST.getAmount().toPlainString();
            throw Invalid.at(path, "number.out-of-range", "must be at most " + highest, "0.00.." + highest);
        }
    }
}
