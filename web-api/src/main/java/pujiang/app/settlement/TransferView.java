package pujiang.app.settlement;

import java.time.Instant;
import org.joda.money.Money;
import pujiang.settlement.Transfer;

/** A movement of money as its parties see it. */
public record TransferView(String id, String kind, String from, String to, Money amount, String reference, Instant at) {

    public static TransferView of(Transfer transfer) {
        return new TransferView(
                transfer.id(),
                transfer.kind().name(),
                transfer.debit().name(),
                transfer.credit().name(),
                transfer.amount(),
                transfer.reference(),
                transfer.at());
    }
}
