package pujiang.app.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;

/** The database's own clock, what was believed last, and what the operator has acknowledged. */
@Component
class ClockBoard {

    private static final int MOST_SECONDS = 5;

    private final JdbcTemplate database;
    private final Columns columns;

    ClockBoard(DataSource database, Columns columns) {
        this.database = new JdbcTemplate(database);
        this.database.setQueryTimeout(MOST_SECONDS);
        this.columns = columns;
    }

    Instant databaseTime() {
        return Objects.requireNonNull(database.queryForObject("SELECT UTC_TIMESTAMP(6)", LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }

    Optional<Reading> believed(String boot) {
        return database
                .query(
                        "SELECT wall, uptime FROM clock_seen WHERE boot = ?",
                        (row, _) -> new Reading(columns.instant(row, "wall"), Duration.ofMillis(row.getLong("uptime"))),
                        boot)
                .stream()
                .findFirst();
    }

    /** On any machine. */
    @Nullable
    Instant believed() {
        var latest = database.queryForObject("SELECT MAX(wall) FROM clock_seen", LocalDateTime.class);
        return latest == null ? null : latest.toInstant(ZoneOffset.UTC);
    }

    void believe(String boot, Reading now) {
        database.update(
                "INSERT INTO clock_seen (boot, wall, uptime) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE wall = VALUES(wall), uptime = VALUES(uptime)",
                boot,
                columns.utc(now.wall()),
                now.uptime().toMillis());
    }

    /** What other boots have seen later than this is not believed any more: the operator has said so. */
    void forgetAfter(Instant wall) {
        database.update("DELETE FROM clock_seen WHERE wall > ?", columns.utc(wall));
    }

    /** The number of the operator's newest acknowledgement; 0 if there is none. */
    long acknowledged() {
        return Objects.requireNonNull(database.queryForObject(
                "SELECT COALESCE(MAX(number), 0) FROM operation_act WHERE act = 'clock-acknowledged'", Long.class));
    }
}
