package pujiang.web.recall;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.recall.RecallCommand.RecordMeasure;
import pujiang.web.command.Commands;

/**
 * Carries out what was confirmed, each measure in one transaction with the record that it was taken: after a crash it
 * goes on with the first that was not.
 */
@Component
class Recalling {

    private static final Logger LOG = LoggerFactory.getLogger(Recalling.class);

    private static final int AT_ONCE = 20;

    private final RecallBoard board;
    private final Measures measures;
    private final Commands commands;
    private final TransactionTemplate transaction;

    Recalling(RecallBoard board, Measures measures, Commands commands, PlatformTransactionManager transactions) {
        this.board = board;
        this.measures = measures;
        this.commands = commands;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
    void carryOn() {
        try {
            board.in(RecallBoard.CONFIRMED, AT_ONCE).forEach(this::carryOn);
        } catch (RuntimeException failure) {
            LOG.warn("recalls could not be read, and will be in a second: {}", failure.toString());
        }
    }

    /** All that stops something, in the transaction of the confirmation: no order comes between the two. */
    void stop(RecallView confirmed) {
        confirmed.measures().stream()
                .filter(step -> step.measure().kind().isStop())
                .forEach(step -> takeNow(confirmed, step));
    }

    private void carryOn(RecallView recall) {
        recall.measures().stream().filter(step -> step.taken() == null).forEach(step -> take(recall, step));
    }

    private void takeNow(RecallView recall, RecallView.Step step) {
        var outcome = measures.take(recall, step.measure());
        commands.send(new RecordMeasure(recall.id(), step.number(), outcome), Commands.EXCHANGE);
    }

    /** One that fails does not keep the others waiting, and is tried again. */
    private void take(RecallView recall, RecallView.Step step) {
        try {
            transaction.executeWithoutResult(_ -> takeNow(recall, step));
        } catch (RuntimeException failure) {
            LOG.error("measure {} of recall {} could not be taken: {}", step.number(), recall.id(), failure.toString());
        }
    }
}
