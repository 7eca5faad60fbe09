package pujiang.trade;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import pujiang.compliance.Clearance;
import pujiang.compliance.Decision;
import pujiang.delivery.Handover;

/**
 * The events of a trade. A trade that ended without a result is kept and can be read. The events of its reviews are a
 * separate family.
 */
public sealed interface TradeEvent
        permits ReviewEvent,
                TradeEvent.OrderRefused,
                TradeEvent.OrderHeld,
                TradeEvent.TradeAgreed,
                TradeEvent.TradeCancelled,
                TradeEvent.TradeLapsed,
                TradeEvent.DeliveryRefused,
                TradeEvent.DeliveryHeld,
                TradeEvent.DeliveryMade,
                TradeEvent.DeliveryCollected,
                TradeEvent.DeliveryAccepted,
                TradeEvent.DeliveryDisputed,
                TradeEvent.TradeRescinded,
                TradeEvent.DisputeDismissed,
                TradeEvent.TradeSettled,
                TradeEvent.CertificateIssued {

    TradeId trade();

    /** The rules deny the order. */
    @Revision("2")
    record OrderRefused(TradeId trade, Agreement proposed, Decision decision) implements TradeEvent {}

    /** Waits for a compliance officer until the due instant; nothing is reserved yet. */
    @Revision("2")
    record OrderHeld(TradeId trade, Agreement proposed, Decision decision, Instant due) implements TradeEvent {}

    /** Agreed, and the price reserved. Waits for the vendor's delivery until the due instant. */
    @Revision("2")
    record TradeAgreed(TradeId trade, Agreement agreement, Decision decision, Clearance clearance, Instant due)
            implements TradeEvent {}

    @Revision("1")
    record TradeCancelled(TradeId trade, String reason) implements TradeEvent {}

    /** @param waitedFor the state whose deadline has passed */
    @Revision("1")
    record TradeLapsed(TradeId trade, String waitedFor, Instant due) implements TradeEvent {}

    /** The rules deny this delivery on the present facts; the trade still waits for one that is allowed. */
    @Revision("3")
    record DeliveryRefused(TradeId trade, Handover handover, Decision decision) implements TradeEvent {}

    /** Waits for a compliance officer until the due instant. */
    @Revision("4")
    record DeliveryHeld(TradeId trade, Handover handover, Decision decision, Instant due) implements TradeEvent {}

    /** The receipt is signed, so the data may be downloaded. Waits for the buyer until the due instant. */
    @Revision("4")
    record DeliveryMade(
            TradeId trade, Handover handover, Decision decision, Clearance clearance, Attestation receipt, Instant due)
            implements TradeEvent {}

    @Revision("1")
    record DeliveryCollected(TradeId trade, String link) implements TradeEvent {}

    /** @param deemed whether the acceptance period passed without an answer (视为验收) */
    @Revision("1")
    record DeliveryAccepted(TradeId trade, boolean deemed) implements TradeEvent {}

    /** Waits for the operator until the due instant. */
    @Revision("1")
    record DeliveryDisputed(TradeId trade, String reason, Instant due) implements TradeEvent {}

    /** The price was returned to the buyer. */
    @Revision("1")
    record TradeRescinded(TradeId trade, String ground) implements TradeEvent {}

    /** The operator decided for the vendor. */
    @Revision("1")
    record DisputeDismissed(TradeId trade, String ground) implements TradeEvent {}

    @Revision("1")
    record TradeSettled(TradeId trade, Payout payout) implements TradeEvent {}

    @Revision("1")
    record CertificateIssued(TradeId trade, CertificateNumber number, Attestation certificate) implements TradeEvent {}
}
