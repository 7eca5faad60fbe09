package pujiang.app.delivery;

import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.command.Transactions;
import pujiang.app.security.Caller;
import pujiang.app.trade.CurrentTradeFacts;
import pujiang.app.trade.PaperView;
import pujiang.app.trade.TradeAccess;
import pujiang.app.trade.TradeBoard;
import pujiang.app.trade.TradeView;
import pujiang.compliance.FactSheet;
import pujiang.delivery.Content;
import pujiang.trade.ReviewCommand.ProvideDocument;
import pujiang.trade.TradeId;

/** Documents that an officer has requested from a party: stored like every upload, and read by these two only. */
@Component
public class Documents {

    private final ContentBoard contents;
    private final TradeBoard trades;
    private final TradeAccess access;
    private final CurrentTradeFacts file;
    private final Commands commands;
    private final Transactions transactions;

    Documents(
            ContentBoard contents,
            TradeBoard trades,
            TradeAccess access,
            CurrentTradeFacts file,
            Commands commands,
            Transactions transactions) {
        this.contents = contents;
        this.trades = trades;
        this.access = access;
        this.file = file;
        this.commands = commands;
        this.transactions = transactions;
    }

    /** The rules are evaluated again at once. The trade has the result. */
    public TradeView provide(TradeId trade, int number, String sha256, FactSheet facts, Caller caller) {
        var party = caller.own();
        var agreement = access.visible(trade, caller).agreement();
        var _ = asked(trade, number, caller);
        transactions.run(() -> {
            var content = contents.use(party, sha256);
            var known = file.factsUnlessStopped(agreement);
            commands.send(new ProvideDocument(trade, number, party, content, facts, known), caller.username());
        });
        return trades.get(trade).readBy(caller);
    }

    /** The document, for the officers and for the party that submitted it. */
    public Content shown(TradeId trade, int number, Caller caller) {
        return access.found(Optional.ofNullable(asked(trade, number, caller).content()));
    }

    /** A request that the caller may know of. */
    private PaperView asked(TradeId trade, int number, Caller caller) {
        return access.found(access.papers(trade, caller).stream()
                .filter(paper -> paper.number() == number)
                .findFirst());
    }
}
