package pujiang.settlement;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import pujiang.digest.Sha256;
import pujiang.participant.ParticipantId;
import pujiang.settlement.Transfer.Kind;

/**
 * A deposit or a withdrawal (入金、出金): the bank's movement, its requester and its outcome.
 *
 * @param reference the bank's reference, which is the ground; money moves once for each reference and direction
 * @param note further notes on the ground; may be empty
 * @param requestedBy user name of the requester; empty for bookings from before the journal existed
 * @param due the deadline for a second operator; null if one is enough
 * @param end null while it waits for the second operator
 */
public record BankBooking(
        Direction direction,
        String reference,
        int attempt,
        ParticipantId participant,
        Money amount,
        String note,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant due,
        @Nullable End end) {

    public enum Direction {
        /** 入金. */
        IN,
        /** 出金. */
        OUT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The outcome of a booking. */
    public enum Outcome {
        /** The money has moved. */
        BOOKED,
        /** Another operator has rejected it. */
        REJECTED,
        /** The requester has withdrawn it. */
        WITHDRAWN,
        /** It was not confirmed in time. */
        EXPIRED
    }

    /**
     * The end of a booking, with its author and reason.
     *
     * @param by user name; empty for an expiry, and for bookings from before the journal existed
     * @param reason empty if it was booked or has expired
     */
    public record End(Outcome outcome, String by, String reason, Instant at) {}

    public BookingId id() {
        return BookingId.of(direction, reference, attempt);
    }

    /** {@code pending}, or the outcome in lower case. */
    public String state() {
        return end == null ? "pending" : end.outcome().name().toLowerCase(Locale.ROOT);
    }

    public boolean isPending() {
        return end == null;
    }

    public boolean isBooked() {
        return end != null && end.outcome() == Outcome.BOOKED;
    }

    /** Whether it is the same movement, regardless of requester and time. */
    public boolean same(ParticipantId other, Money sum) {
        return participant.equals(other) && amount.equals(sum);
    }

    /** SHA-256 of all that a second operator confirms: direction, participant, amount, ground and requester. */
    public String digest() {
        var lines = String.join(
                "\n",
                id().value(),
                participant.value(),
                amount.toString(),
                requestedBy,
                requestedAt.toString(),
                // Last, because only this may contain line breaks.
                note);
        return new Sha256().add(lines).named();
    }

    /** The id of the transfer that moves the money. There is one for each reference and direction. */
    public String transferId() {
        return "bank/" + direction.word() + "/" + reference;
    }

    /** The transfer that moves the money once the booking is confirmed. */
    public Transfer transfer(Instant at) {
        return switch (direction) {
            case IN ->
                new Transfer(
                        transferId(),
                        Account.BANK,
                        Account.available(participant),
                        amount,
                        Kind.DEPOSIT,
                        null,
                        reference,
                        at);
            case OUT ->
                new Transfer(
                        transferId(),
                        due == null ? Account.available(participant) : Account.withdrawing(participant),
                        Account.BANK,
                        amount,
                        Kind.WITHDRAWAL,
                        due == null ? null : holdId(),
                        reference,
                        at);
        };
    }

    /** Reserves the money of a withdrawal while it waits; a deposit has none yet. */
    public Optional<Transfer> hold() {
        return direction == Direction.IN
                ? Optional.empty()
                : Optional.of(new Transfer(
                        holdId(),
                        Account.available(participant),
                        Account.withdrawing(participant),
                        amount,
                        Kind.WITHDRAWAL_HOLD,
                        null,
                        reference,
                        requestedAt));
    }

    /** Releases the reserved money. */
    public Optional<Transfer> release(Instant at) {
        return hold().map(held -> new Transfer(
                "bank/void/" + id(),
                /* debit= */ held.credit(),
                /* credit= */ held.debit(),
                amount,
                Kind.WITHDRAWAL_VOID,
                held.id(),
                reference,
                at));
    }

    private String holdId() {
        return "bank/hold/" + id();
    }
}
