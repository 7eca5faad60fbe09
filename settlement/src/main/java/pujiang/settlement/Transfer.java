package pujiang.settlement;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that moved from one account to another; it never changes.
 *
 * @param id names the movement, so that a repeated request moves money once
 * @param resolves the reservation that this pays out or releases, if any
 * @param reference its purpose: a trade, or the bank's reference
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

    /** The same movement, regardless of the time of the request. */
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
        /** Pending: reserved for a withdrawal that waits for a second operator. */
        WITHDRAWAL_HOLD,
        /** Voided: the money of an unconfirmed withdrawal is returned. */
        WITHDRAWAL_VOID,
        /** Earnings become available. */
        SWEEP,
        /** Pending: reserved for a trade. */
        RESERVE,
        /** Posted: a reservation is paid to the vendor. */
        PAY,
        /** The exchange's share of a reservation. */
        FEE,
        /** Voided: a reservation is returned to the buyer. */
        RELEASE
    }
}
