package pujiang.participant;

import java.math.BigInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pujiang.refusal.Invalid;

/** The legal entity identifier of a foreign organisation (全球法人识别编码), ISO 17442, checked by ISO 7064 MOD 97-10. */
public record Lei(String value) implements Registration {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{18}\\d{2}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    public Lei {
        if (!FORM.matcher(value).matches()) {
            throw Invalid.at(
                    "organisation.registration.lei",
                    "lei.malformed",
                    "must be 18 capital letters or digits and 2 check digits");
        }
        if (!asNumber(value).mod(MODULUS).equals(BigInteger.ONE)) {
            throw Invalid.at(
                    "organisation.registration.lei",
                    "lei.check-digits",
                    "has check digits that do not fit (ISO 17442)");
        }
    }

    /** Letters count from A = 10 to Z = 35. */
    private static BigInteger asNumber(String lei) {
        return new BigInteger(lei.chars()
                .mapToObj(character -> String.valueOf(Character.digit(character, 36)))
                .collect(Collectors.joining()));
    }

    @Override
    public String toString() {
        return value;
    }
}
