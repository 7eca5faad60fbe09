package pujiang.app.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.command.Commands;
import pujiang.app.job.Batch;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;

/**
 * Ends waiting states at their deadline. The instant is in the boards, so it survives every restart. A command that
 * comes too early or twice has no effect: several exchanges on one database are harmless. Nothing ends while the clock
 * is in doubt: a lapse, an acceptance by silence or a breach cannot be undone.
 */
@Component
class Deadlines implements Job {

    /** The actor where no person acts. */
    static final String ACTOR = "clock";

    /** Of each kind; the rest comes a second later. */
    private static final int AT_ONCE = 200;

    private final DueBoard board;
    private final Batch batch;
    private final Commands commands;
    private final ClockMonitor watch;
    private final Clock clock;

    Deadlines(DueBoard board, Batch batch, Commands commands, ClockMonitor watch, Clock clock) {
        this.board = board;
        this.batch = batch;
        this.commands = commands;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run(JobRun jobRun) {
        watch.believed().ifPresent(now -> {
            for (var kind : Due.values()) end(kind, now, jobRun);
        });
    }

    private void end(Due kind, Instant now, JobRun jobRun) {
        batch.each(
                kind.job(), board.due(kind, now, AT_ONCE), id -> id, id -> commands.send(kind.end(id), ACTOR), jobRun);
    }

    @Override
    public Optional<Instant> oldestDue() {
        return board.oldest(clock.instant());
    }
}
