package pujiang.trade;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pujiang.compliance.Decision;
import pujiang.compliance.Finding;
import pujiang.compliance.Gate;
import pujiang.delivery.Handover;
import pujiang.trade.ReviewEvent.ExceptionGranted;
import pujiang.trade.ReviewEvent.ExceptionRevoked;
import pujiang.trade.ReviewEvent.ReviewRejected;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.DeliveryAccepted;
import pujiang.trade.TradeEvent.DeliveryCollected;
import pujiang.trade.TradeEvent.DeliveryDisputed;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.DeliveryRefused;
import pujiang.trade.TradeEvent.DisputeDismissed;
import pujiang.trade.TradeEvent.OrderHeld;
import pujiang.trade.TradeEvent.OrderRefused;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.trade.TradeEvent.TradeCancelled;
import pujiang.trade.TradeEvent.TradeLapsed;
import pujiang.trade.TradeEvent.TradeRescinded;
import pujiang.trade.TradeEvent.TradeSettled;

/**
 * The state of a trade. Requested, agreed, completed and terminated are terms of the Dataspace Protocol, which has
 * neither an officer's review nor an acceptance.
 */
sealed interface TradeState {

    record Absent() implements TradeState {

        @Override
        public Agreement agreement() {
            throw new IllegalStateException("nothing was ordered");
        }
    }

    /** Waits for an officer. An order and a delivery differ only in what is held, and at which gate. */
    sealed interface Held extends TradeState {

        Gate gate();

        ReviewState review();

        Held with(ReviewState review, DocumentRequests documentRequests);

        default Held reviewed(ReviewEvent event) {
            return with(review().after(event), papers().after(event));
        }
    }

    /** An officer must review it before it is concluded. */
    record Requested(Agreement agreement, ReviewState review, DocumentRequests papers) implements Held {

        @Override
        public Gate gate() {
            return Gate.ORDER;
        }

        @Override
        public Held with(ReviewState next, DocumentRequests shown) {
            return new Requested(agreement, next, shown);
        }
    }

    /**
     * Concluded and funded; the vendor must deliver.
     *
     * @param owed rules that the order found to be met before delivery
     */
    record Agreed(Agreement agreement, Instant due, DocumentRequests papers, List<String> owed) implements TradeState {

        /** The delivery, held unless the rules or an officer allow it. */
        HeldDelivery delivered(TradeCommand.Deliver command, Instant reviewEnd) {
            var review = ReviewState.until(reviewEnd);
            return new HeldDelivery(agreement, command.handover(), due, review, papers, owed);
        }
    }

    /** The vendor has delivered; an officer must review it before the receipt. */
    record HeldDelivery(
            Agreement agreement,
            Handover handover,
            Instant deliverBy,
            ReviewState review,
            DocumentRequests papers,
            List<String> owed)
            implements Held {

        @Override
        public Gate gate() {
            return Gate.DELIVERY;
        }

        @Override
        public Held with(ReviewState next, DocumentRequests shown) {
            return new HeldDelivery(agreement, handover, deliverBy, next, shown, owed);
        }
    }

    /** INVARIANT: a receipt exists; only now may the data be downloaded. */
    record Delivered(Agreement agreement, Handover handover, Attestation receipt, Instant due) implements TradeState {

        boolean endsAfter(Instant now) {
            return now.isBefore(due);
        }
    }

    record Disputed(Agreement agreement, Attestation receipt, Instant due) implements TradeState {}

    /** Accepted and paid, or about to be in the same transaction. */
    record Completed(Agreement agreement, Attestation receipt) implements TradeState {}

    /** Refused, rejected, cancelled, lapsed or rescinded. */
    record Terminated(Agreement agreement) implements TradeState {}

    default TradeState after(TradeEvent event) {
        return switch (event) {
            case OrderRefused refused -> new Terminated(refused.proposed());
            case OrderHeld held ->
                new Requested(held.proposed(), ReviewState.of(held.decision(), held.due()), DocumentRequests.NONE);
            case TradeAgreed agreed ->
                new Agreed(agreed.agreement(), agreed.due(), papers().after(event), owed(agreed.decision()));
            case DeliveryHeld held ->
                new HeldDelivery(
                        agreement(),
                        held.handover(),
                        deliverBy(),
                        ReviewState.of(held.decision(), held.due()),
                        papers(),
                        owed());
            case DeliveryMade made -> new Delivered(agreement(), made.handover(), made.receipt(), made.due());
            case DeliveryDisputed disputed -> new Disputed(agreement(), receipt(), disputed.due());
            case DeliveryAccepted _, DisputeDismissed _ -> new Completed(agreement(), receipt());
            case ReviewRejected _, TradeCancelled _, TradeLapsed _, TradeRescinded _ -> new Terminated(agreement());
            case DeliveryRefused _ -> new Agreed(agreement(), deliverBy(), papers().after(event), owed());
            case ExceptionGranted _, ExceptionRevoked _ -> this;
            case ReviewEvent reviewed -> held().reviewed(reviewed);
            case DeliveryCollected _, TradeSettled _, CertificateIssued _ -> this;
        };
    }

    Agreement agreement();

    /** The facts proven by documents; after the delivery none are requested. */
    default DocumentRequests papers() {
        return DocumentRequests.NONE;
    }

    /** Rules that the order found to be met before delivery; nothing once it is delivered. */
    default List<String> owed() {
        return List.of();
    }

    /** The instant at which the state ends automatically, if it waits for a party. */
    default Optional<Instant> end() {
        return switch (this) {
            case Held held -> Optional.of(held.review().due());
            case Agreed agreed -> Optional.of(agreed.due());
            case Delivered delivered -> Optional.of(delivered.due());
            case Disputed(var _, var _, var due) -> Optional.of(due);
            case Absent _, Completed _, Terminated _ -> Optional.empty();
        };
    }

    default TradeStatus status() {
        return switch (this) {
            case Absent _ -> throw new IllegalStateException("nothing was ordered");
            case Requested _ -> TradeStatus.REQUESTED;
            case Agreed _ -> TradeStatus.AGREED;
            case HeldDelivery _ -> TradeStatus.DELIVERY_HELD;
            case Delivered _ -> TradeStatus.DELIVERED;
            case Disputed _ -> TradeStatus.DISPUTED;
            case Completed _ -> TradeStatus.COMPLETED;
            case Terminated _ -> TradeStatus.TERMINATED;
        };
    }

    private static List<String> owed(Decision decision) {
        return decision.obligations().stream().map(Finding::rule).distinct().toList();
    }

    private Held held() {
        if (this instanceof Held held) return held;
        throw new IllegalStateException("nobody reviews while " + status().word());
    }

    private Instant deliverBy() {
        return switch (this) {
            case Agreed agreed -> agreed.due();
            case HeldDelivery delivery -> delivery.deliverBy();
            case Absent _, Requested _, Delivered _, Disputed _, Completed _, Terminated _ ->
                throw new IllegalStateException("nothing is to be delivered while " + status().word());
        };
    }

    private Attestation receipt() {
        return switch (this) {
            case Delivered delivered -> delivered.receipt();
            case Disputed(var _, var receipt, var _) -> receipt;
            case Completed(var _, var receipt) -> receipt;
            case Absent _, Requested _, Agreed _, HeldDelivery _, Terminated _ ->
                throw new IllegalStateException("nothing was delivered while " + status().word());
        };
    }
}
