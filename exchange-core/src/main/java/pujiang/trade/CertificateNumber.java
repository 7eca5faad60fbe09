package pujiang.trade;

import java.time.LocalDate;
import pujiang.product.RegistrationNumber;

/** The number on a certificate; formed like a registration number, and not counted up for the same reasons. */
public record CertificateNumber(String value) {

    static CertificateNumber of(TradeId trade, LocalDate on) {
        return new CertificateNumber(
                RegistrationNumber.of("PJC", on, trade.value()).value());
    }

    @Override
    public String toString() {
        return value;
    }
}
