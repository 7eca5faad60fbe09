package pujiang.app.parked;

import java.time.Duration;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;
import pujiang.app.job.RetryBoard;
import pujiang.app.parked.ParkedEventBoard.Sequence;

/**
 * Tries what is parked again, each aggregate's events in their order and until one fails. Of several exchanges on one
 * database the one that has taken a sequence tries it; should it die, another does two minutes later.
 */
@Component
class ParkedEvents implements Job {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 20;

    private final ParkedEventBoard board;
    private final RetryBoard retries;
    private final ObjectProvider<Configuration> axon;

    ParkedEvents(ParkedEventBoard board, RetryBoard retries, ObjectProvider<Configuration> axon) {
        this.board = board;
        this.retries = retries;
        this.axon = axon;
    }

    @Override
    public String name() {
        return "parked-events";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run(JobRun jobRun) {
        for (var sequence : board.due(AT_ONCE)) {
            if (!jobRun.lasts()) return;
            if (retries.taken(sequence.follower(), sequence.identifier(), LEASE)) retry(sequence);
        }
    }

    /** A repeated failure is recorded outside its attempt. An event discarded in between has not failed. */
    private void retry(Sequence sequence) {
        try {
            processed(sequence);
            if (!board.contains(sequence)) retries.done(sequence.follower(), sequence.identifier());
        } catch (RuntimeException failure) {
            if (board.contains(sequence)) retries.failed(sequence.follower(), sequence.identifier(), failure);
        }
    }

    private void processed(Sequence sequence) {
        axon.getObject()
                .eventProcessingConfiguration()
                .sequencedDeadLetterProcessor(sequence.follower())
                .orElseThrow(() -> new IllegalStateException("there is no follower " + sequence.follower()))
                .process(letter -> letter instanceof JdbcDeadLetter<?> stored
                        && stored.getSequenceIdentifier().equals(sequence.identifier()));
    }
}
