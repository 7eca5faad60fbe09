package pujiang.app.fsck;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;
import pujiang.app.start.DataFolder;
import pujiang.calendar.Shanghai;

/**
 * Checks all stored data every night, and at the operator's request: in a separate thread, one at a time. Of several
 * exchanges on one database the first to hold the database's lock runs it, and the others find it begun.
 */
@Component
public class FsckRuns implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(FsckRuns.class);

    /** A sum over the whole ledger takes longer than the limit of a request's query. */
    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(10);

    private static final int MOST_LOOKS = 50;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Fsck fsck;
    private final FsckBoard board;
    private final DataSource database;
    private final Path files;
    private final long mostRead;
    private final Clock clock;
    private final Optional<CronExpression> at;
    private final Instant begun;

    FsckRuns(
            Fsck fsck,
            FsckBoard board,
            DataSource database,
            DataFolder data,
            Clock clock,
            @Value("${pujiang.fsck.at}") String at,
            @Value("${pujiang.fsck.contents}") DataSize contents) {
        this.fsck = fsck;
        this.board = board;
        this.database = database;
        this.files = data.files();
        this.mostRead = contents.toBytes();
        this.clock = clock;
        this.at = at.equals(Scheduled.CRON_DISABLED) ? Optional.empty() : Optional.of(CronExpression.parse(at));
        this.begun = clock.instant();
    }

    @Override
    public String name() {
        return "fsck";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    /** A night that was slept through is made up for. */
    @Override
    public void run(JobRun jobRun) {
        due().filter(next -> !next.isAfter(clock.instant())).ifPresent(_ -> start(null));
    }

    /** The due time of the next nightly check, in the future or past; empty without one. */
    public Optional<Instant> due() {
        var last = board.newestNightly().map(FsckRun::started).orElse(begun);
        return at.map(times -> times.next(Shanghai.timeOf(last))).map(ZonedDateTime::toInstant);
    }

    /** It may still run. */
    public Optional<FsckRun> newest() {
        return board.newest();
    }

    /** The last that could say something. */
    public Optional<FsckRun> lastChecked() {
        return board.lastChecked();
    }

    /** Begins a check; while one runs, it is that one. */
    public FsckRun start(@Nullable String by) {
        var connection = connection();
        if (!board.lock(connection)) {
            close(connection);
            return running();
        }
        try {
            var run = board.begin(by, clock.instant());
            var _ = Thread.ofPlatform().name("fsck-" + run.id()).daemon().start(() -> check(run, connection));
            return run;
        } catch (RuntimeException failed) {
            leave(connection);
            throw failed;
        }
    }

    /** The holder of the lock may not have recorded the run yet. */
    private FsckRun running() {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            var found = board.newest().filter(run -> run.state().equals(FsckRun.RUNNING));
            if (found.isPresent()) return found.get();
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return board.newest().orElseThrow(() -> new TransientDataAccessResourceException("a check is just beginning"));
    }

    private void check(FsckRun run, Connection connection) {
        try {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST_STATEMENT.toMillis()));
            var report = fsck.run(connection, new InTurns(), events -> LOG.info("fsck: {} events so far", events));
            tell(report);
            board.end(run.id(), report, clock.instant());
        } catch (SQLException | RuntimeException failure) {
            LOG.error("fsck: check failed: {}", failure.toString());
            board.fail(run.id(), failure.toString(), clock.instant());
        } finally {
            leave(connection);
        }
    }

    /** The exchange's own files, so many bytes a time. */
    private final class InTurns implements Contents {

        @Override
        public Optional<Path> folder() {
            return Optional.of(files);
        }

        @Override
        public long most() {
            return mostRead;
        }

        @Override
        public void progress(long bytes) {
            LOG.info("fsck: {} bytes of files so far", bytes);
        }

        @Override
        public void compared(String sha256, @Nullable String fault) {
            board.compared(sha256, fault);
        }
    }

    private static void tell(Report report) {
        if (report.damaged() == 0) LOG.info("fsck: no damage found, as of {}", report.asOf());
        else LOG.error("fsck: {} damaged items; see GET /api/v1/fsck", report.damaged());
    }

    private Connection connection() {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("for fsck", e);
        }
    }

    private void leave(Connection connection) {
        try {
            board.unlock(connection);
        } catch (RuntimeException gone) {
            LOG.warn("fsck: connection and lock lost: {}", gone.toString());
        } finally {
            close(connection);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("fsck: failed to return the connection: {}", e.toString());
        }
    }
}
