package pujiang.settlement;

import org.joda.money.Money;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Amounts;

/** A place that money is at. The name is its key; there is nothing to open. */
public record Account(String name) {

    /**
     * The most that a participant may hold: ten trillion yuan (十万亿元), 10^15 fen. A deposit that would exceed it is refused
     * and earnings beyond it stay where they are, so that the guarded balance, of 64 bits, never overflows. Sums over
     * accounts have no such bound: they are added up in decimals.
     */
    public static final Money LARGEST = Amounts.HIGHEST.multipliedBy(10);

    /** Money outside: what came in and went out through the bank. Negative by what the exchange holds for others. */
    public static final Account BANK = new Account("exchange/bank");

    /** What the exchange has earned. */
    public static final Account FEES = new Account("exchange/fees");

    /** What a participant may spend or take out; never below zero. */
    public static Account available(ParticipantId participant) {
        return new Account(participant.value() + "/available");
    }

    /** What is set aside for the buyer's open trades. */
    public static Account reserved(ParticipantId buyer) {
        return new Account(buyer.value() + "/reserved");
    }

    /** What is set aside for withdrawals that wait for a second operator. */
    public static Account withdrawing(ParticipantId participant) {
        return new Account(participant.value() + "/withdrawing");
    }

    /** What a vendor has earned and not yet taken out. It grows with every trade, so it has no row to wait for. */
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
