package pujiang.product;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * A number under which the exchange registers something: letters, the day, and sixteen digits of the thing's own name
 * under SHA-256. It is not counted up: a counter would make everybody wait for one row, and would tell each participant
 * how much the others do.
 */
public record RegistrationNumber(String value) {

    public static RegistrationNumber of(String letters, LocalDate on, String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            var digits = HexFormat.of().withUpperCase().formatHex(digest, 0, 8);
            return new RegistrationNumber(letters + DateTimeFormatter.BASIC_ISO_DATE.format(on) + "-" + digits);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
