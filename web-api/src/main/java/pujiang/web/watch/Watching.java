package pujiang.web.watch;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.trade.TradeId;
import pujiang.watch.WatchCommand.AskAfterwards;
import pujiang.web.command.Commands;
import pujiang.web.trade.TradeBoard;
import pujiang.web.trade.TradeFile;

/** Asks after every trade whose data is still held, when its time has come; several exchanges on one database may. */
@Component
class Watching {

    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    /** The rest comes a few seconds later. */
    private static final int AT_ONCE = 50;

    private final WatchBoard board;
    private final Custody custody;
    private final TradeBoard trades;
    private final TradeFile file;
    private final Commands commands;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Watching(
            WatchBoard board,
            Custody custody,
            TradeBoard trades,
            TradeFile file,
            Commands commands,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.board = board;
        this.custody = custody;
        this.trades = trades;
        this.file = file;
        this.commands = commands;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void askAfterWhatIsHeld() {
        try {
            board.due(clock.instant(), AT_ONCE).forEach(this::ask);
        } catch (RuntimeException failure) {
            LOG.warn("what is watched could not be read, and will be in a moment: {}", failure.toString());
        }
    }

    /** One that fails does not keep the others waiting, and is asked after again the next time. */
    private void ask(TradeId trade) {
        try {
            transaction.executeWithoutResult(_ -> {
                if (custody.isHeld(trade)) askNow(trade);
                else board.end(trade);
            });
        } catch (RuntimeException failure) {
            LOG.error("{} could not be asked after: {}", trade, failure.toString());
        }
    }

    private void askNow(TradeId trade) {
        var agreement = trades.get(trade).agreement();
        commands.send(new AskAfterwards(trade, agreement, file.facts(agreement)), Commands.EXCHANGE);
        board.asked(trade, clock.instant());
    }
}
