package pujiang.app.evidence;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;

/** Statements that wait for an index in the log. */
@Component
class LogQueueBoard {

    private final JdbcClient database;
    private final Columns columns;

    LogQueueBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    Optional<Instant> oldest() {
        return database.sql("SELECT MIN(queued_at) AS at FROM log_queue")
                .query((row, _) -> Optional.ofNullable(columns.instantOrNull(row, "at")))
                .single();
    }
}
