package pujiang.app.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.command.Commands;
import pujiang.app.command.Transactions;
import pujiang.app.job.Batch;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;
import pujiang.app.trade.CurrentTradeFacts;
import pujiang.app.trade.TradeBoard;
import pujiang.trade.TradeId;
import pujiang.watch.WatchCommand.AskAfterwards;

/**
 * Evaluates the rules for every trade whose data is still held, when it is due. Several exchanges on one database may
 * do so at once: an equal decision is not written, and a different one is the next event of the watch, which one of
 * them writes. The rules apply to a day, so there is no evaluation while the clock is in doubt.
 */
@Component
class PostTradeReviewJob implements Job {

    private static final String JOB = "watch";

    /** The rest comes a few seconds later. */
    private static final int AT_ONCE = 50;

    private final WatchBoard board;
    private final Possession possession;
    private final TradeBoard trades;
    private final CurrentTradeFacts file;
    private final Commands commands;
    private final Batch batch;
    private final ClockMonitor clocks;
    private final Clock clock;
    private final Transactions transactions;

    PostTradeReviewJob(
            WatchBoard board,
            Possession possession,
            TradeBoard trades,
            CurrentTradeFacts file,
            Commands commands,
            Batch batch,
            ClockMonitor clocks,
            Clock clock,
            Transactions transactions) {
        this.board = board;
        this.possession = possession;
        this.trades = trades;
        this.file = file;
        this.commands = commands;
        this.batch = batch;
        this.clocks = clocks;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run(JobRun jobRun) {
        clocks.believed()
                .ifPresent(now -> batch.each(JOB, board.due(JOB, now, AT_ONCE), TradeId::value, this::ask, jobRun));
    }

    @Override
    public Optional<Instant> oldestDue() {
        return board.oldestDue(JOB, clock.instant());
    }

    private void ask(TradeId trade) {
        transactions.run(() -> {
            if (possession.isHeld(trade)) askNow(trade);
            else board.end(trade);
        });
    }

    private void askNow(TradeId trade) {
        var agreement = trades.get(trade).agreement();
        commands.send(new AskAfterwards(trade, agreement, file.facts(agreement)), Commands.EXCHANGE);
        board.asked(trade, clock.instant());
    }
}
