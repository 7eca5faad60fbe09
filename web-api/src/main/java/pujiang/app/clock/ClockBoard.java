package pujiang.app.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;

/** The database's own clock, what was believed last, and what the operator has acknowledged. */
@Component
class ClockBoard {

    private static final int MOST_SECONDS = 5;

    private final JdbcClient database;
    private final Columns columns;

    ClockBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    Instant databaseTime() {
        return sql("SELECT UTC_TIMESTAMP(6)")
                .query(LocalDateTime.class)
                .single()
                .toInstant(ZoneOffset.UTC);
    }

    Optional<ClockReading> believed(String boot) {
        return sql("SELECT wall, uptime FROM clock_seen WHERE boot = ?")
                .param(boot)
                .query((row, _) ->
                        new ClockReading(columns.instant(row, "wall"), Duration.ofMillis(row.getLong("uptime"))))
                .optional();
    }

    /** On any machine. */
    @Nullable
    Instant believed() {
        return sql("SELECT MAX(wall) FROM clock_seen")
                .query(LocalDateTime.class)
                .optional()
                .map(latest -> latest.toInstant(ZoneOffset.UTC))
                .orElse(null);
    }

    void believe(String boot, ClockReading now) {
        sql("""
                        INSERT INTO clock_seen (boot, wall, uptime) VALUES (?, ?, ?)
                        ON DUPLICATE KEY UPDATE wall = VALUES(wall), uptime = VALUES(uptime)""")
                .params(boot, columns.utc(now.wall()), now.uptime().toMillis())
                .update();
    }

    /** Later times seen by other boots no longer count: the operator has acknowledged this. */
    void forgetAfter(Instant wall) {
        sql("DELETE FROM clock_seen WHERE wall > ?").param(columns.utc(wall)).update();
    }

    /** The number of the operator's newest acknowledgement, or 0. */
    long acknowledged() {
        return sql("SELECT COALESCE(MAX(number), 0) FROM operation_act WHERE act = 'clock-acknowledged'")
                .query(Long.class)
                .single();
    }

    private StatementSpec sql(String statement) {
        return database.sql(statement).withQueryTimeout(MOST_SECONDS);
    }
}
