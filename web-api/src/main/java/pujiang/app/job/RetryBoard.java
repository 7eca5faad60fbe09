package pujiang.app.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;

/** Failed items that are retried, of every job and event processor. In the database, so that it survives a restart. */
@Component
public class RetryBoard {

    private final JdbcClient database;
    private final Columns columns;
    private final Clock clock;

    RetryBoard(JdbcClient database, Columns columns, Clock clock) {
        this.database = database;
        this.columns = columns;
        this.clock = clock;
    }

    /**
     * Excludes a failing item from a job's query until its time has come; binds {@code :job} and {@code :now}.
     *
     * @param item a column of the query
     */
    public static String none(String item) {
        return "NOT EXISTS (SELECT 1 FROM retry_item r WHERE r.job = :job AND r.item = " + item
                + " AND r.next_attempt > :now)";
    }

    /** The item has failed, for the first time or again, and waits longer each time. */
    public void failed(String job, String item, Throwable failure) {
        var now = clock.instant();
        var attempts = find(job, item).map(Retry::attempts).orElse(0) + 1;
        database.sql(
                        """
                        INSERT INTO retry_item (job, item, attempts, since, next_attempt, cause)
                        VALUES (:job, :item, 1, :now, :next, :cause)
                        ON DUPLICATE KEY UPDATE attempts = attempts + 1, next_attempt = VALUES(next_attempt),
                            cause = VALUES(cause)""")
                .param("job", job)
                .param("item", item)
                .param("now", columns.utc(now))
                .param("next", columns.utc(now.plus(Retry.delay(attempts))))
                .param("cause", Retry.told(failure))
                .update();
    }

    /** A conflict with another transaction does not count as an attempt: the item is retried in a moment. */
    public void waits(String job, String item, Throwable failure) {
        var now = clock.instant();
        database.sql(
                        """
                        INSERT INTO retry_item (job, item, attempts, since, next_attempt, cause)
                        VALUES (:job, :item, 0, :now, :next, :cause)
                        ON DUPLICATE KEY UPDATE next_attempt = VALUES(next_attempt), cause = VALUES(cause)""")
                .param("job", job)
                .param("item", item)
                .param("now", columns.utc(now))
                .param("next", columns.utc(now.plus(Retry.delay(1))))
                .param("cause", Retry.told(failure))
                .update();
    }

    /** The item is done, or need not be done any longer. */
    public void done(String job, String item) {
        database.sql("DELETE FROM retry_item WHERE job = ? AND item = ?")
                .params(job, item)
                .update();
    }

    /**
     * Reserves the item for a while, so that of several exchanges on one database one tries it: a conditional update is
     * the lock. If a process dies, the reservation ends at its time.
     */
    public boolean taken(String job, String item, Duration lease) {
        var now = clock.instant();
        var until = columns.utc(now.plus(lease));
        int mine = database.sql(
                        "UPDATE retry_item SET next_attempt = ? WHERE job = ? AND item = ? AND next_attempt <= ?")
                .params(until, job, item, columns.utc(now))
                .update();
        return mine == 1 || (find(job, item).isEmpty() && begun(job, item, now, until));
    }

    private boolean begun(String job, String item, Instant now, Object until) {
        try {
            return database.sql("INSERT INTO retry_item (job, item, attempts, since, next_attempt, cause)"
                                    + " VALUES (?, ?, 0, ?, ?, '')")
                            .params(job, item, columns.utc(now), until)
                            .update()
                    == 1;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    /** It is tried at once. */
    public boolean hasten(String job, String item) {
        return database.sql("UPDATE retry_item SET next_attempt = ? WHERE job = ? AND item = ?")
                        .params(columns.utc(clock.instant()), job, item)
                        .update()
                == 1;
    }

    public Optional<Retry> find(String job, String item) {
        return database.sql("SELECT * FROM retry_item WHERE job = ? AND item = ?")
                .params(job, item)
                .query((row, _) -> view(row))
                .optional();
    }

    /** The items of one job that have failed and not been done since. */
    public List<String> items(String job, int most) {
        return database.sql("SELECT item FROM retry_item WHERE job = ? LIMIT ?")
                .params(job, most)
                .query((row, _) -> row.getString("item"))
                .list();
    }

    /** The longest failing first. */
    public List<Retry> list(Optional<Retry.Place> after, int most) {
        var continued = " WHERE (since, job, item) > (:since, :item_job, :item)";
        return database.sql("SELECT * FROM retry_item" + (after.isPresent() ? continued : "")
                        + " ORDER BY since, job, item LIMIT :most")
                .param("since", after.map(place -> columns.utc(place.since())).orElse(null))
                .param("item_job", after.map(Retry.Place::job).orElse(null))
                .param("item", after.map(Retry.Place::item).orElse(null))
                .param("most", most)
                .query((row, _) -> view(row))
                .list();
    }

    /** Those of one job whose time has not come: for a query that cannot contain {@link #none}. */
    public Set<String> aside(String job) {
        return Set.copyOf(database.sql("SELECT item FROM retry_item WHERE job = ? AND next_attempt > ?")
                .params(job, columns.utc(clock.instant()))
                .query(String.class)
                .list());
    }

    /** A parked event keeps its history. */
    void forgetBefore(Instant nextAttempt) {
        database.sql("DELETE FROM retry_item WHERE next_attempt < ? AND NOT EXISTS (SELECT 1 FROM parked_event p"
                        + " WHERE p.follower = retry_item.job AND p.sequence_identifier = retry_item.item)")
                .param(columns.utc(nextAttempt))
                .update();
    }

    /** Number of items with at least so many failures, or with waiting since then, whatever the cause. */
    public long count(int attempts, Instant since) {
        return database.sql("SELECT COUNT(*) FROM retry_item WHERE attempts >= ? OR since < ?")
                .params(attempts, columns.utc(since))
                .query(Long.class)
                .single();
    }

    /** Number of items with at least so many failures. */
    public long count(int attempts) {
        return database.sql("SELECT COUNT(*) FROM retry_item WHERE attempts >= ?")
                .param(attempts)
                .query(Long.class)
                .single();
    }

    private Retry view(ResultSet row) throws SQLException {
        return new Retry(
                row.getString("job"),
                row.getString("item"),
                row.getInt("attempts"),
                columns.instant(row, "since"),
                columns.instant(row, "next_attempt"),
                row.getString("cause"));
    }
}
