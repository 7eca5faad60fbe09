package pujiang.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import pujiang.compliance.Clearance;
import pujiang.compliance.Clearance.Lifting;
import pujiang.delivery.Content;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.FileHandover;
import pujiang.listing.ListingId;
import pujiang.listing.PricePlan;
import pujiang.listing.Purpose;
import pujiang.listing.Terms;
import pujiang.participant.Jurisdiction;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.trade.Agreement;
import pujiang.trade.Attestation;
import pujiang.trade.CertificateNumber;
import pujiang.trade.DeclaredUse;
import pujiang.trade.Payout;
import pujiang.trade.TradeId;

/** What the exchange attests about one trade. */
final class Statements {

    static final TradeId TRADE = new TradeId("pm25-for-lake-labs");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant AT = Instant.parse("2026-11-23T04:05:06.789Z");

    private static final Agreement AGREEMENT = new Agreement(
            new ListingId("pm25-offer"),
            3,
            new ProductId("pm25-hourly"),
            new ParticipantId("delta-air"),
            new ParticipantId("lake-labs"),
            new Terms(
                    PricePlan.of(Money.parse("CNY 1200.50")),
                    Set.of(Purpose.RESEARCH),
                    Set.of(Jurisdiction.MAINLAND),
                    365,
                    DAY),
            new DeclaredUse(Purpose.RESEARCH, "城市空气质量研究\n\"PM2.5\""),
            DAY);

    private static final Content CONTENT = new Content("0a".repeat(32), "f1".repeat(32), 1_200_000, "text/csv");

    private Statements() {}

    static Attestation receipt(SigningKeys keys, Optional<Lifting> lifting) {
        return receipt(keys, new FileHandover(CONTENT, "pm25.csv"), lifting);
    }

    static Attestation receipt(SigningKeys keys, Handover handover, Optional<Lifting> lifting) {
        return new ExchangeNotary(keys)
                .receipt(TRADE, AGREEMENT, handover, new Clearance("sha-256:decision", "sha-256:rules", lifting), AT);
    }

    static Attestation certificate(SigningKeys keys) {
        var payout = new Payout(Money.parse("CNY 30.01"), Money.parse("CNY 1170.49"), new BigDecimal("0.025"), DAY);
        var number = new CertificateNumber("PJC20261123-0011223344556677");
        return new ExchangeNotary(keys)
                .certificate(number, TRADE, AGREEMENT, receipt(keys, Optional.empty()), payout, AT);
    }
}
