package pujiang.app.deadline;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;
import pujiang.app.job.RetryBoard;

/** Things past their deadline, read from the boards of all kinds. */
@Component
class DueBoard {

    private final JdbcClient database;
    private final Columns columns;

    DueBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    /** The longest overdue first, without those that have stepped aside. */
    List<String> due(Due kind, Instant now, int most) {
        return database.sql("SELECT d.id FROM " + kind.table() + " d WHERE d.due_at <= :now AND " + waits(kind)
                        + " ORDER BY d.due_at LIMIT :most")
                .param("now", columns.utc(now))
                .param("job", kind.job())
                .param("most", most)
                .query((row, _) -> row.getString("id"))
                .list();
    }

    /**
     * A vendor whose delivery is refused, because an event of the trade could not be handled yet, is not late: see
     * {@code DeliveryHold}.
     */
    private static String waits(Due kind) {
        var aside = RetryBoard.none("d.id");
        return kind != Due.TRADES
                ? aside
                : aside + " AND (d.state <> 'agreed' OR NOT EXISTS (SELECT 1 FROM parked_event p"
                        + " WHERE p.aggregate_type IN ('Trade', 'Watch') AND p.aggregate_identifier = d.id))";
    }

    /** Of those that have not stepped aside: what keeps failing is counted elsewhere. */
    Optional<Instant> oldest(Instant now) {
        var each = Arrays.stream(Due.values())
                .map(kind -> "SELECT MIN(d.due_at) AS at FROM " + kind.table() + " d WHERE d.due_at <= :now AND "
                        + waits(kind).replace(":job", "'" + kind.job() + "'"))
                .collect(Collectors.joining(" UNION ALL "));
        return database.sql("SELECT MIN(at) AS at FROM (" + each + ") every")
                .param("now", columns.utc(now))
                .query((row, _) -> Optional.ofNullable(columns.instantOrNull(row, "at")))
                .single();
    }
}
