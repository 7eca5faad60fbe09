package pujiang.trade;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Clearance.Lifting;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.DeliveryAccepted;
import pujiang.trade.TradeEvent.DeliveryCollected;
import pujiang.trade.TradeEvent.DeliveryDisputed;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.DeliveryRefused;
import pujiang.trade.TradeEvent.DisputeDismissed;
import pujiang.trade.TradeEvent.OrderHeld;
import pujiang.trade.TradeEvent.OrderRefused;
import pujiang.trade.TradeEvent.ReviewRejected;
import pujiang.trade.TradeEvent.ReviewSupported;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.trade.TradeEvent.TradeCancelled;
import pujiang.trade.TradeEvent.TradeLapsed;
import pujiang.trade.TradeEvent.TradeRescinded;
import pujiang.trade.TradeEvent.TradeSettled;

/**
 * Where a trade stands. Requested, agreed, completed and terminated are words of the Dataspace Protocol, which knows
 * neither an officer's review nor an acceptance.
 */
sealed interface TradeState {

    record Absent() implements TradeState {}

    /**
     * An officer must look before it is concluded.
     *
     * @param first the officer who would let it pass, where two are needed; null until there is one
     */
    record Requested(Agreement agreement, Instant due, @Nullable Lifting first) implements TradeState {}

    /** Concluded and funded; the vendor must deliver. */
    record Agreed(Agreement agreement, Instant due) implements TradeState {}

    /**
     * The vendor has delivered, an officer must look before the receipt.
     *
     * @param first as in {@link Requested}
     */
    record HeldDelivery(Agreement agreement, Content content, Instant deliverBy, Instant due, @Nullable Lifting first)
            implements TradeState {}

    /** INVARIANT: there is a receipt, and only now may the data be fetched. */
    record Delivered(Agreement agreement, Content content, Attestation receipt, Instant due) implements TradeState {}

    record Disputed(Agreement agreement, Attestation receipt, Instant due) implements TradeState {}

    /** Accepted and paid, or about to be in the same transaction. */
    record Completed(Agreement agreement, Attestation receipt) implements TradeState {}

    /** Refused, rejected, cancelled, lapsed or rescinded. */
    record Terminated(Agreement agreement) implements TradeState {}

    default TradeState after(TradeEvent event) {
        return switch (event) {
            case OrderRefused refused -> new Terminated(refused.proposed());
            case OrderHeld held -> new Requested(held.proposed(), held.due(), null);
            case TradeAgreed agreed -> new Agreed(agreed.agreement(), agreed.due());
            case TradeEvent.DeliveryHeld held ->
                new HeldDelivery(agreement(), held.content(), deliverBy(), held.due(), null);
            case ReviewSupported supported -> supportedBy(supported.lifting());
            case DeliveryMade made -> new Delivered(agreement(), made.content(), made.receipt(), made.due());
            case DeliveryDisputed disputed -> new Disputed(agreement(), receipt(), disputed.due());
            case DeliveryAccepted _, DisputeDismissed _ -> new Completed(agreement(), receipt());
            case ReviewRejected _, TradeCancelled _, TradeLapsed _, TradeRescinded _ -> new Terminated(agreement());
            case DeliveryRefused _ -> new Agreed(agreement(), deliverBy());
            case DeliveryCollected _, TradeSettled _, CertificateIssued _ -> this;
        };
    }

    default Agreement agreement() {
        return switch (this) {
            case Absent _ -> throw new IllegalStateException("nothing was ordered");
            case Requested(var agreement, var _, var _) -> agreement;
            case Agreed(var agreement, var _) -> agreement;
            case HeldDelivery(var agreement, var _, var _, var _, var _) -> agreement;
            case Delivered(var agreement, var _, var _, var _) -> agreement;
            case Disputed(var agreement, var _, var _) -> agreement;
            case Completed(var agreement, var _) -> agreement;
            case Terminated(var agreement) -> agreement;
        };
    }

    /** The instant at which the state ends by itself, if it waits for somebody. */
    default Optional<Instant> end() {
        return switch (this) {
            case Requested(var _, var due, var _) -> Optional.of(due);
            case Agreed(var _, var due) -> Optional.of(due);
            case HeldDelivery(var _, var _, var _, var due, var _) -> Optional.of(due);
            case Delivered(var _, var _, var _, var due) -> Optional.of(due);
            case Disputed(var _, var _, var due) -> Optional.of(due);
            case Absent _, Completed _, Terminated _ -> Optional.empty();
        };
    }

    /** As the boards and the refusals name it. */
    default String name() {
        return switch (this) {
            case Absent _ -> "absent";
            case Requested _ -> "requested";
            case Agreed _ -> "agreed";
            case HeldDelivery _ -> "delivery-held";
            case Delivered _ -> "delivered";
            case Disputed _ -> "disputed";
            case Completed _ -> "completed";
            case Terminated _ -> "terminated";
        };
    }

    private TradeState supportedBy(Lifting first) {
        return switch (this) {
            case Requested(var agreement, var due, var _) -> new Requested(agreement, due, first);
            case HeldDelivery(var agreement, var content, var deliverBy, var due, var _) ->
                new HeldDelivery(agreement, content, deliverBy, due, first);
            case Absent _, Agreed _, Delivered _, Disputed _, Completed _, Terminated _ ->
                throw new IllegalStateException("nobody reviews while " + name());
        };
    }

    private Instant deliverBy() {
        return switch (this) {
            case Agreed(var _, var due) -> due;
            case HeldDelivery(var _, var _, var deliverBy, var _, var _) -> deliverBy;
            case Absent _, Requested _, Delivered _, Disputed _, Completed _, Terminated _ ->
                throw new IllegalStateException("nothing is to be delivered while " + name());
        };
    }

    private Attestation receipt() {
        return switch (this) {
            case Delivered(var _, var _, var receipt, var _) -> receipt;
            case Disputed(var _, var receipt, var _) -> receipt;
            case Completed(var _, var receipt) -> receipt;
            case Absent _, Requested _, Agreed _, HeldDelivery _, Terminated _ ->
                throw new IllegalStateException("nothing was delivered while " + name());
        };
    }
}
