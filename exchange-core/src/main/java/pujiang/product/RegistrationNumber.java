package pujiang.product;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import pujiang.digest.Sha256;

/**
 * A number under which the exchange registers something: letters, the day, and sixteen digits of the thing's own name
 * under SHA-256. It is not counted up: a counter would make everybody wait for one row, and would tell each participant
 * how much the others do.
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
