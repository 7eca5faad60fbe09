package pujiang.app.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.command.Transactions;
import pujiang.app.security.Caller;
import pujiang.app.trade.CurrentTradeFacts;
import pujiang.app.trade.TradeBoard;
import pujiang.app.trade.TradeView;
import pujiang.delivery.Handover.FileHandover;
import pujiang.refusal.Refused;
import pujiang.trade.TradeCommand.Deliver;
import pujiang.trade.TradeId;
import pujiang.trade.TradeRefusal.Unknown;

/** Hands what a vendor has uploaded over to the trade it was sold in. */
@Component
public class Deliveries {

    private final ContentBoard contents;
    private final TradeBoard trades;
    private final CurrentTradeFacts file;
    private final Commands commands;
    private final Transactions transactions;

    Deliveries(
            ContentBoard contents,
            TradeBoard trades,
            CurrentTradeFacts file,
            Commands commands,
            Transactions transactions) {
        this.contents = contents;
        this.trades = trades;
        this.file = file;
        this.commands = commands;
        this.transactions = transactions;
    }

    /**
     * The rules are evaluated on current facts; the result is in the trade. A suspended vendor delivers as well: it
     * sells nothing new, but must deliver what it has sold.
     *
     * @param fileName for the buyer; null for the product's title
     */
    public TradeView deliver(TradeId trade, String sha256, @Nullable String fileName, Caller caller) {
        var vendor = caller.own();
        var sold = trades.find(trade)
                .filter(found -> found.isVendor(vendor))
                .orElseThrow(() -> new Refused(new Unknown(trade)));
        transactions.run(() -> {
            var content = contents.use(vendor, sha256);
            var known = file.factsUnlessStopped(sold.agreement());
            commands.send(new Deliver(trade, new FileHandover(content, fileName), known), caller.username());
        });
        return trades.get(trade).readBy(caller);
    }
}
