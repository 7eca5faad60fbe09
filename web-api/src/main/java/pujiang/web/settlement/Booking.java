package pujiang.web.settlement;

import java.util.regex.Pattern;
import org.joda.money.Money;
import pujiang.refusal.Invalid;

/**
 * Money that came or goes through the bank.
 *
 * @param reference the bank's own, which books it once however often it is asked for
 */
record Booking(Money amount, String reference) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");

    Booking {
        if (!amount.isPositive()) throw Invalid.at("amount.amount", "number.out-of-range", "must be more than zero");
        if (!amount.getCurrencyUnit().getCode().equals("CNY")) {
            throw Invalid.at("amount.currency", "currency.unsupported", "must be CNY", "CNY");
        }
        if (!REFERENCE.matcher(reference).matches()) {
            throw Invalid.at(
                    "reference", "reference.malformed", "must be 1 to 64 letters, digits and . _ / -", REFERENCE.pattern());
        }
    }
}
