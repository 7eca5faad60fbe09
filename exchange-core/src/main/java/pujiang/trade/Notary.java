package pujiang.trade;

import java.time.Instant;
import pujiang.compliance.Clearance;
import pujiang.delivery.Handover;

/** Signs what the exchange attests. */
public interface Notary {

    /** A receipt for a delivery (交付回执). The clearance is what makes it possible to ask. */
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
