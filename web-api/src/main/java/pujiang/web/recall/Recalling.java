package pujiang.web.recall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pujiang.recall.RecallCommand.RecordMeasure;
import pujiang.web.command.Commands;
import pujiang.web.command.Transactions;
import pujiang.web.job.Batch;
import pujiang.web.job.Job;
import pujiang.web.job.Retry;
import pujiang.web.job.Turn;

/**
 * Carries out what was confirmed, each measure in one transaction with the record that it was taken: after a crash it
 * goes on with the first that was not. A measure that is taken twice, by two exchanges at once, does the same thing once.
 */
@Component
class Recalling implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(Recalling.class);

    private static final String JOB = "recalls";

    /** The rest comes a second later. */
    private static final int AT_ONCE = 20;

    private final RecallBoard board;
    private final Measures measures;
    private final Commands commands;
    private final Batch batch;
    private final Clock clock;
    private final Transactions transactions;

    Recalling(
            RecallBoard board,
            Measures measures,
            Commands commands,
            Batch batch,
            Clock clock,
            Transactions transactions) {
        this.board = board;
        this.measures = measures;
        this.commands = commands;
        this.batch = batch;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run(Turn turn) {
        batch.each(
                JOB,
                board.confirmed(JOB, clock.instant(), AT_ONCE),
                recall -> recall.id().value(),
                recall -> carryOn(recall, turn),
                turn);
    }

    @Override
    public Optional<Instant> oldestDue() {
        return board.confirmed(JOB, clock.instant(), 1).stream().findFirst().map(RecallView::since);
    }

    /** One measure that fails does not keep the others of its recall waiting; the recall as a whole is tried again. */
    private void carryOn(RecallView recall, Turn turn) {
        var failures = new ArrayList<RuntimeException>();
        for (var step : recall.measures()) {
            if (step.taken() != null || !turn.lasts()) continue;
            try {
                take(recall, step);
            } catch (RuntimeException failure) {
                LOG.error("measure {} of recall {}: {}", step.number(), recall.id(), Retry.told(failure));
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) throw failures.getFirst();
    }

    /** All that stops something, in the transaction of the confirmation: no order comes between the two. */
    void stop(RecallView confirmed) {
        confirmed.measures().stream()
                .filter(step -> step.measure().kind().isStop())
                .forEach(step -> takeNow(confirmed, step));
    }

    private void takeNow(RecallView recall, RecallView.Step step) {
        var outcome = measures.take(recall, step.measure());
        commands.send(new RecordMeasure(recall.id(), step.number(), outcome), Commands.EXCHANGE);
    }

    /** Again where another transaction stood in its way: that is no failure for the operator to see. */
    private void take(RecallView recall, RecallView.Step step) {
        transactions.run(() -> takeNow(recall, step));
    }
}
