package pujiang.app.operation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;

/** Acts of operators. Rows are added and never changed or deleted. */
@Component
public class OperatorActionBoard {

    private final JdbcClient database;
    private final Columns columns;
    private final Clock clock;

    OperatorActionBoard(JdbcClient database, Columns columns, Clock clock) {
        this.database = database;
        this.columns = columns;
        this.clock = clock;
    }

    void add(String what, String subject, @Nullable String cause, String actor, String reason) {
        database.sql("INSERT INTO operation_act (act, subject, cause, actor, at, reason) VALUES (?, ?, ?, ?, ?, ?)")
                .param(what)
                .param(subject)
                .param(cause)
                .param(actor)
                .param(columns.utc(clock.instant()))
                .param(reason)
                .update();
    }

    /** The newest first. */
    public List<OperatorAction> list(Optional<OperatorAction.Place> after, int most) {
        return database.sql("SELECT * FROM operation_act WHERE number < :after ORDER BY number DESC LIMIT :most")
                .param("after", after.map(OperatorAction.Place::number).orElse(Long.MAX_VALUE))
                .param("most", most)
                .query((row, _) -> new OperatorAction(
                        row.getLong("number"),
                        row.getString("act"),
                        row.getString("subject"),
                        row.getString("cause"),
                        row.getString("actor"),
                        columns.instant(row, "at"),
                        row.getString("reason")))
                .list();
    }
}
