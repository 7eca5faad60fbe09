package pujiang.participant;

import java.util.regex.Pattern;
import pujiang.refusal.Invalid;

/**
 * The unified social credit code of an organisation in the mainland (统一社会信用代码), 18 characters of which the last checks
 * the others by GB 32100-2015. The check digit inside the organisation code (GB 11714) is not checked.
 */
public record CreditCode(String value) implements Registration {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM = Pattern.compile("[1-9ANY][0-9A-HJ-NP-RTUWXY]\\d{6}[0-9A-HJ-NP-RTUWXY]{10}");
    private static final int MODULUS = 31;

    public CreditCode {
        if (!FORM.matcher(value).matches()) {
            throw Invalid.at(
                    "organisation.registration.creditCode",
                    "credit-code.malformed",
                    "must be 18 characters as in GB 32100-2015");
        }
        if (checkCharacter(value) != value.charAt(17)) {
            throw Invalid.at(
                    "organisation.registration.creditCode",
                    "credit-code.check-character",
                    "has a last character that does not check the others (GB 32100-2015)");
        }
    }

    private static char checkCharacter(String code) {
        int weight = 1;
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    @Override
    public String toString() {
        return value;
    }
}
