package pujiang.settlement;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that moved from one account to another; it never changes.
 *
 * @param id names the movement, so that asking twice moves once
 * @param resolves the reservation that this pays out or releases, if any
 * @param reference what it was for: a trade, or the bank's own reference
 */
public record Transfer(
        String id,
        Account debit,
        Account credit,
        Money amount,
        Kind kind,
        @Nullable String resolves,
        String reference,
        Instant at) {

    public Transfer {
        if (!amount.isPositive()) throw new IllegalArgumentException(id + " moves nothing");
        if (debit.equals(credit)) throw new IllegalArgumentException(id + " goes nowhere");
    }

    /** The same movement, whenever it was asked for. */
    public boolean same(Transfer other) {
        return id.equals(other.id)
                && debit.equals(other.debit)
                && credit.equals(other.credit)
                && amount.equals(other.amount)
                && kind == other.kind;
    }

    public enum Kind {
        /** 入金. */
        DEPOSIT,
        /** 出金. */
        WITHDRAWAL,
        /** Pending: set aside for a withdrawal that waits for a second operator. */
        WITHDRAWAL_HOLD,
        /** Voided: a withdrawal that was not confirmed goes back. */
        WITHDRAWAL_VOID,
        /** What was earned becomes available. */
        SWEEP,
        /** Pending: set aside for a trade. */
        RESERVE,
        /** Posted: a reservation becomes the vendor's. */
        PAY,
        /** The exchange's share of a reservation. */
        FEE,
        /** Voided: a reservation goes back to the buyer. */
        RELEASE
    }
}
