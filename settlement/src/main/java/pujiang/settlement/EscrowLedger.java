package pujiang.settlement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.joda.money.Money;
import pujiang.participant.ParticipantId;
import pujiang.settlement.Transfer.Kind;
import pujiang.trade.Escrow;
import pujiang.trade.Payout;
import pujiang.trade.TradeId;

/** Holds the price of a trade in the ledger: reserved, then paid out or released, once. A free trade moves nothing. */
public final class EscrowLedger implements Escrow {

    private final Ledger ledger;
    private final FeeSchedule fees;
    private final Clock clock;
    private final Causes causes;

    public EscrowLedger(Ledger ledger, FeeSchedule fees, Clock clock, Causes causes) {
        this.ledger = ledger;
        this.fees = fees;
        this.clock = clock;
        this.causes = causes;
    }

    @Override
    public boolean reserve(TradeId trade, ParticipantId buyer, Money price) {
        if (price.isZero()) return true;
        var transfer = new Transfer(
                reservation(trade),
                Account.available(buyer),
                Account.reserved(buyer),
                price,
                Kind.RESERVE,
                null,
                trade.value(),
                clock.instant());
        if (!ledger.secure(transfer)) return ledger.recorded(transfer);
        causes.await(trade, event -> ledger.enter(event, transfer));
        return true;
    }

    @Override
    public void release(TradeId trade) {
        ledger.find(reservation(trade))
                .ifPresent(reserved -> record(
                        trade,
                        new Transfer(
                                trade + "/release",
                                /* debit= */ reserved.credit(),
                                /* credit= */ reserved.debit(),
                                reserved.amount(),
                                Kind.RELEASE,
                                reserved.id(),
                                trade.value(),
                                clock.instant())));
    }

    @Override
    public Payout payOut(TradeId trade, ParticipantId vendor, Money price, LocalDate on) {
        var payout = fees.divide(price, on);
        if (price.isZero()) return payout;
        var reserved = ledger.find(reservation(trade))
                .filter(held -> held.amount().equals(price))
                .orElseThrow(() -> new IllegalStateException(trade + " has no reservation of " + price));
        var transfers = new ArrayList<Transfer>();
        if (payout.net().isPositive()) {
            transfers.add(part(trade, "/pay", reserved, Account.earned(vendor), payout.net(), Kind.PAY, true));
        }
        if (payout.fee().isPositive()) {
            transfers.add(part(trade, "/fee", reserved, Account.FEES, payout.fee(), Kind.FEE, transfers.isEmpty()));
        }
        record(trade, transfers.toArray(Transfer[]::new));
        return payout;
    }

    /** The reservation covers them: no limited account is debited. */
    private void record(TradeId trade, Transfer... transfers) {
        causes.await(trade, event -> {
            if (!ledger.secure(transfers)) throw new IllegalStateException(transfers[0].id() + " is not covered");
            ledger.enter(event, transfers);
        });
    }

    /** The first part marks the reservation as resolved, which the store accepts once. */
    private Transfer part(
            TradeId trade, String suffix, Transfer reserved, Account to, Money amount, Kind kind, boolean first) {
        return new Transfer(
                trade + suffix,
                reserved.credit(),
                to,
                amount,
                kind,
                first ? reserved.id() : null,
                trade.value(),
                clock.instant());
    }

    private static String reservation(TradeId trade) {
        return trade + "/reserve";
    }
}
