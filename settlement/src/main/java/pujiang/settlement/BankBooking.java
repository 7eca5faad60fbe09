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
 * A deposit or a withdrawal (入金、出金): what the bank has done, who says so, and what became of it.
 *
 * @param reference the bank's own, which is the ground; money moves once for each reference and direction
 * @param note what else there is to say of the ground; may be empty
 * @param requestedBy user name of who asked for it; empty for what was booked before there was a journal
 * @param due until when a second operator can confirm it; null where one is enough
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

    /** How it ended. */
    public enum Outcome {
        /** The money has moved. */
        BOOKED,
        /** Another operator has said no. */
        REJECTED,
        /** Who asked for it has taken it back. */
        WITHDRAWN,
        /** Nobody has confirmed it in time. */
        EXPIRED
    }

    /**
     * Who ended it, and why.
     *
     * @param by user name; empty for the clock, and for what was booked before there was a journal
     * @param reason empty where it was booked or has expired
     */
    public record End(Outcome outcome, String by, String reason, Instant at) {}

    public BookingId id() {
        return BookingId.of(direction, reference, attempt);
    }

    /** {@code pending}, or the outcome in small letters. */
    public String state() {
        return end == null ? "pending" : end.outcome().name().toLowerCase(Locale.ROOT);
    }

    public boolean isPending() {
        return end == null;
    }

    public boolean isBooked() {
        return end != null && end.outcome() == Outcome.BOOKED;
    }

    /** The same movement, whoever asks for it and whenever. */
    public boolean same(ParticipantId other, Money sum) {
        return participant.equals(other) && amount.equals(sum);
    }

    /** SHA-256 of everything that a second operator confirms: what, for whom, how much, on which ground, asked by whom. */
    public String digest() {
        var lines = String.join(
                "\n",
                id().value(),
                participant.value(),
                amount.toString(),
                requestedBy,
                requestedAt.toString(),
                // Last, because only this may have line breaks of its own.
                note);
        return new Sha256().add(lines).named();
    }

    /** The id of the transfer that moves the money, of which there is one for each reference and direction. */
    public String transferId() {
        return "bank/" + direction.word() + "/" + reference;
    }

    /** The transfer that moves the money once all is said. */
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

    /** Sets the money of a withdrawal aside while it waits; of a deposit there is none yet. */
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

    /** Gives it back. */
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
