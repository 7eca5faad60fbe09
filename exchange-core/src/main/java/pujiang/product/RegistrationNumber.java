package pujiang.product;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import pujiang.digest.Sha256;

/**
 * A registration number of the exchange: letters, the day, and sixteen digits of the SHA-256 of the registered name. It
 * is not a counter, because a counter would serialise all registrations on one row and disclose to each participant the
 * volume of the others.
 */
public record RegistrationNumber(String value) {

    private static final int BYTES = 8;

    public static RegistrationNumber of(String letters, LocalDate on, String name) {
        var digits = new Sha256().add(name).hex(BYTES).toUpperCase(Locale.ROOT);
        return new RegistrationNumber(letters + DateTimeFormatter.BASIC_ISO_DATE.format(on) + "-" + digits);
    }

    @Override
    public String toString() {
        return value;
    }
}
