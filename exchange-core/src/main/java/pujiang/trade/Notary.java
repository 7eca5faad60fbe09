package pujiang.trade;

import java.time.Instant;
import pujiang.compliance.Clearance;
import pujiang.delivery.Handover;

/** Signs the statements of the exchange. */
public interface Notary {

    /** A receipt for a delivery (交付回执). It requires a clearance. */
    Attestation receipt(TradeId trade, Agreement agreement, Handover handover, Clearance clearance, Instant at);

    /** A certificate that a trade was completed and settled (交易凭证). */
    Attestation certificate(
            CertificateNumber number,
            TradeId trade,
            Agreement agreement,
            Attestation receipt,
            Payout payout,
            Instant at);
}
