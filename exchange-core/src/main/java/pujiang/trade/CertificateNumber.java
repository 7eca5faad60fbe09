package pujiang.trade;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * The number on a certificate: the day and sixteen digits of the trade's name under SHA-256. It is not counted up: a
 * counter would make all trades of a day wait for one row, and would tell each participant how much the others trade.
 */
public record CertificateNumber(String value) {

    static CertificateNumber of(TradeId trade, LocalDate on) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(trade.value().getBytes(StandardCharsets.UTF_8));
            var digits = HexFormat.of().withUpperCase().formatHex(digest, 0, 8);
            return new CertificateNumber("PJ" + DateTimeFormatter.BASIC_ISO_DATE.format(on) + "-" + digits);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
