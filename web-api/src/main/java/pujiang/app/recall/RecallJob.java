package pujiang.app.recall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.command.Commands;
import pujiang.app.command.DeadlockRetry;
import pujiang.app.command.Transactions;
import pujiang.app.job.Batch;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;
import pujiang.app.job.Retry;
import pujiang.recall.RecallCommand.PostponeMeasure;
import pujiang.recall.RecallCommand.RecordMeasure;

/**
 * Carries out confirmed plans, each measure in one transaction with the record that it was taken: after a crash it
 * continues with the first missing one. A measure that is taken twice, by two exchanges at once, has a single effect.
 */
@Component
class RecallJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(RecallJob.class);

    private static final String JOB = "recalls";

    /** The rest comes a second later. */
    private static final int AT_ONCE = 20;

    private final RecallBoard board;
    private final RecallActions recallActions;
    private final Commands commands;
    private final Batch batch;
    private final Clock clock;
    private final Transactions transactions;

    /** Of a transaction, undone by itself. */
    private final TransactionTemplate part;

    RecallJob(
            RecallBoard board,
            RecallActions recallActions,
            Commands commands,
            Batch batch,
            Clock clock,
            Transactions transactions,
            PlatformTransactionManager manager) {
        this.board = board;
        this.recallActions = recallActions;
        this.commands = commands;
        this.batch = batch;
        this.clock = clock;
        this.transactions = transactions;
        this.part = new TransactionTemplate(manager);
        this.part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
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
    public void run(JobRun jobRun) {
        batch.each(
                JOB,
                board.confirmed(JOB, clock.instant(), AT_ONCE),
                recall -> recall.id().value(),
                recall -> carryOn(recall, jobRun),
                jobRun);
    }

    @Override
    public Optional<Instant> oldestDue() {
        return board.confirmed(JOB, clock.instant(), 1).stream().findFirst().map(RecallView::since);
    }

    /**
     * One failing measure does not delay the others of its recall; the recall as a whole is tried again. A conflict
     * with another transaction is not a failure of a measure, and a real failure has precedence.
     */
    private void carryOn(RecallView recall, JobRun jobRun) {
        RuntimeException told = null;
        for (var step : recall.measures()) {
            if (step.taken() != null || !jobRun.lasts()) continue;
            try {
                take(recall, step);
            } catch (RuntimeException failure) {
                if (told == null || DeadlockRetry.stoodInTheWay(told)) told = failure;
                if (!DeadlockRetry.isTheDatabase(failure)) postponed(recall, step, failure);
            }
        }
        if (told != null) throw told;
    }

    /**
     * All stops, in the transaction of the confirmation: no order comes between the two. A stop that fails, since a
     * stream of events has a gap, does not prevent the others: it is named, and set by {@link #run} when possible.
     */
    void stop(RecallView confirmed) {
        confirmed.measures().stream()
                .filter(step -> step.measure().kind().isStop())
                .forEach(step -> stop(confirmed, step));
    }

    private void stop(RecallView recall, RecallView.Step step) {
        String outcome;
        try {
            outcome = Objects.requireNonNull(part.execute(_ -> recallActions.take(recall, step.measure())));
        } catch (RuntimeException failure) {
            if (DeadlockRetry.isTheDatabase(failure)) throw failure;
            LOG.error(
                    "Measure {} of recall {} failed, will be retried: {}",
                    step.number(),
                    recall.id(),
                    Retry.told(failure));
            commands.send(postponement(recall, step, failure), Commands.EXCHANGE);
            return;
        }
        commands.send(new RecordMeasure(recall.id(), step.number(), outcome), Commands.EXCHANGE);
    }

    private void postponed(RecallView recall, RecallView.Step step, RuntimeException failure) {
        LOG.error("Measure {} of recall {} failed: {}", step.number(), recall.id(), Retry.told(failure));
        try {
            commands.send(postponement(recall, step, failure), Commands.EXCHANGE);
        } catch (RuntimeException untold) {
            failure.addSuppressed(untold);
        }
    }

    private static PostponeMeasure postponement(RecallView recall, RecallView.Step step, RuntimeException failure) {
        return new PostponeMeasure(recall.id(), step.number(), Retry.told(failure));
    }

    /** Again where another transaction stood in its way: that is no failure for the operator to see. */
    private void take(RecallView recall, RecallView.Step step) {
        transactions.run(() -> {
            var outcome = recallActions.take(recall, step.measure());
            commands.send(new RecordMeasure(recall.id(), step.number(), outcome), Commands.EXCHANGE);
        });
    }
}
