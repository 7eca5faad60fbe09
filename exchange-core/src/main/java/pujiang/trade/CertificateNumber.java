package pujiang.trade;

import java.time.LocalDate;
import pujiang.product.RegistrationNumber;

/** The number of a certificate. Like a registration number it is derived and not counted. */
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
