package pujiang.refusal;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Guards for money that enters. */
public final class Amounts {

    /**
     * The largest amount of one price, deposit or withdrawal: a trillion yuan (一万亿元), some days of all that China earns.
     * Our own choice. In fen it is 10^14, so that a column of 64 bits holds 92,233 of them.
     */
    public static final Money HIGHEST = Money.ofMajor(CurrencyUnit.of("CNY"), 1_000_000_000_000L);

    private Amounts() {}

    /**
     * Lets an amount pass that is not larger than the highest, whatever its sign.
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
