package pujiang.app.fsck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;

/**
 * Checks in progress. A running check holds a named lock of the database, which ends with its connection: a check whose
 * exchange was killed is interrupted without further action. In a cluster of databases each has locks of its own; two
 * checks at once do no harm there.
 */
@Component
class FsckBoard {

    private static final String LOCK = "CONCAT('pujiang.fsck.', DATABASE())";

    private static final String RUNS = "SELECT r.*, IS_FREE_LOCK(%s) AS nobody_runs FROM fsck_run r ".formatted(LOCK);

    private final JdbcClient database;
    private final Columns columns;

    FsckBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    /** False if another process runs one. */
    boolean lock(Connection connection) {
        return on(connection)
                .sql("SELECT GET_LOCK(%s, 0)".formatted(LOCK))
                .query(Integer.class)
                .optional()
                .filter(Integer.valueOf(1)::equals)
                .isPresent();
    }

    void unlock(Connection connection) {
        var _ = on(connection)
                .sql("SELECT RELEASE_LOCK(%s)".formatted(LOCK))
                .query(Integer.class)
                .optional();
    }

    private static JdbcClient on(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    FsckRun begin(@Nullable String by, Instant now) {
        database.sql("INSERT INTO fsck_run (started_by, started_at, state) VALUES (:by, :at, :state)")
                .param("by", by)
                .param("at", columns.utc(now))
                .param("state", FsckRun.RUNNING)
                .update();
        return newest().orElseThrow();
    }

    void end(long run, Report report, Instant now) {
        database.sql("UPDATE fsck_run SET state = ?, ended_at = ?, damaged = ?, report = ? WHERE id = ?")
                .params(
                        report.damaged() == 0 ? FsckRun.CLEAN : FsckRun.DAMAGED,
                        columns.utc(now),
                        report.damaged(),
                        columns.json(report),
                        run)
                .update();
    }

    void fail(long run, String failure, Instant now) {
        database.sql("UPDATE fsck_run SET state = ?, ended_at = ?, failure = ? WHERE id = ?")
                .params(FsckRun.FAILED, columns.utc(now), failure, run)
                .update();
    }

    /** By the database's clock, as the check reads it. */
    void compared(String sha256, @Nullable String fault) {
        database.sql("REPLACE INTO content_check (sha256, compared_at, fault) VALUES (:sha256, UTC_TIMESTAMP(6),"
                        + " :fault)")
                .param("sha256", sha256)
                .param("fault", fault)
                .update();
    }

    Optional<FsckRun> newest() {
        return database.sql(RUNS + "ORDER BY id DESC LIMIT 1")
                .query((row, _) -> run(row))
                .optional();
    }

    /** The last check that was not requested. */
    Optional<FsckRun> newestNightly() {
        return database.sql(RUNS + "WHERE started_by IS NULL ORDER BY id DESC LIMIT 1")
                .query((row, _) -> run(row))
                .optional();
    }

    /** The last that came to an end, well or not. */
    Optional<FsckRun> lastEnded() {
        return database.sql(RUNS + "WHERE ended_at IS NOT NULL ORDER BY ended_at DESC, id DESC LIMIT 1")
                .query((row, _) -> run(row))
                .optional();
    }

    /** The last that could say something. */
    Optional<FsckRun> lastChecked() {
        return database.sql(RUNS + "WHERE report IS NOT NULL ORDER BY ended_at DESC, id DESC LIMIT 1")
                .query((row, _) -> run(row))
                .optional();
    }

    private FsckRun run(ResultSet row) throws SQLException {
        boolean over = row.getString("state").equals(FsckRun.RUNNING) && row.getBoolean("nobody_runs");
        var damaged = row.getLong("damaged");
        return new FsckRun(
                row.getLong("id"),
                over ? "interrupted" : row.getString("state"),
                row.getString("started_by"),
                columns.instant(row, "started_at"),
                columns.instantOrNull(row, "ended_at"),
                row.getString("report") == null ? null : damaged,
                row.getString("report") == null ? null : columns.value(row, "report", Report.class),
                row.getString("failure"));
    }
}
