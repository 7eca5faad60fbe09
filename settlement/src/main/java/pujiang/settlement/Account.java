package pujiang.settlement;

import org.joda.money.Money;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Amounts;

/** A place of money. Its name is its key; it need not be opened. */
public record Account(String name) {

    /**
     * The highest balance of a participant: ten trillion yuan (十万亿元), 10^15 fen. A deposit that would exceed it is
     * refused and earnings beyond it are not made available, so that the guarded balance, of 64 bits, never overflows.
     * Sums over accounts have no limit, because they are added up as decimals.
     */
    public static final Money LARGEST = Amounts.HIGHEST.multipliedBy(10);

    /** Money outside the exchange: deposits and withdrawals. Negative by what the exchange holds for others. */
    public static final Account BANK = new Account("exchange/bank");

    /** The earnings of the exchange. */
    public static final Account FEES = new Account("exchange/fees");

    /** The money that a participant may spend or withdraw; never below zero. */
    public static Account available(ParticipantId participant) {
        return new Account(participant.value() + "/available");
    }

    /** The money reserved for the buyer's open trades. */
    public static Account reserved(ParticipantId buyer) {
        return new Account(buyer.value() + "/reserved");
    }

    /** The money reserved for withdrawals that wait for a second operator. */
    public static Account withdrawing(ParticipantId participant) {
        return new Account(participant.value() + "/withdrawing");
    }

    /** A vendor's earnings not yet swept. It grows with every trade, so it has no row that could block. */
    public static Account earned(ParticipantId vendor) {
        return new Account(vendor.value() + "/earned");
    }

    boolean limited() {
        return name.endsWith("/available");
    }

    @Override
    public String toString() {
        return name;
    }
}
