package pujiang.trade;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import pujiang.compliance.Clearance;
import pujiang.compliance.Decision;
import pujiang.delivery.Handover;

/**
 * What happened to a trade. A trade that came to nothing is a trade too: it can be opened and read. What happened in its
 * reviews is a family of its own.
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

    /** The law does not let the order pass. */
    @Revision("2")
    record OrderRefused(TradeId trade, Agreement proposed, Decision decision) implements TradeEvent {}

    /** Waits for a compliance officer until the due instant; nothing is reserved yet. */
    @Revision("2")
    record OrderHeld(TradeId trade, Agreement proposed, Decision decision, Instant due) implements TradeEvent {}

    /** Concluded, and the price reserved. Waits for the vendor to deliver until the due instant. */
    @Revision("2")
    record TradeAgreed(TradeId trade, Agreement agreement, Decision decision, Clearance clearance, Instant due)
            implements TradeEvent {}

    @Revision("1")
    record TradeCancelled(TradeId trade, String reason) implements TradeEvent {}

    /** @param waitedFor the state that nobody ended in time */
    @Revision("1")
    record TradeLapsed(TradeId trade, String waitedFor, Instant due) implements TradeEvent {}

    /** The law does not let this delivery pass as things are now; the trade still waits for one that does. */
    @Revision("3")
    record DeliveryRefused(TradeId trade, Handover handover, Decision decision) implements TradeEvent {}

    /** Waits for a compliance officer until the due instant. */
    @Revision("4")
    record DeliveryHeld(TradeId trade, Handover handover, Decision decision, Instant due) implements TradeEvent {}

    /** The receipt is signed, so the data may be fetched. Waits for the buyer until the due instant. */
    @Revision("4")
    record DeliveryMade(
            TradeId trade, Handover handover, Decision decision, Clearance clearance, Attestation receipt, Instant due)
            implements TradeEvent {}

    @Revision("1")
    record DeliveryCollected(TradeId trade, String link) implements TradeEvent {}

    /** @param deemed whether the acceptance window passed in silence (视为验收) */
    @Revision("1")
    record DeliveryAccepted(TradeId trade, boolean deemed) implements TradeEvent {}

    /** Waits for the operator until the due instant. */
    @Revision("1")
    record DeliveryDisputed(TradeId trade, String reason, Instant due) implements TradeEvent {}

    /** The price went back to the buyer. */
    @Revision("1")
    record TradeRescinded(TradeId trade, String ground) implements TradeEvent {}

    /** The operator found for the vendor. */
    @Revision("1")
    record DisputeDismissed(TradeId trade, String ground) implements TradeEvent {}

    @Revision("1")
    record TradeSettled(TradeId trade, Payout payout) implements TradeEvent {}

    @Revision("1")
    record CertificateIssued(TradeId trade, CertificateNumber number, Attestation certificate) implements TradeEvent {}
}
