package pujiang.app.change;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored events without their contents, in their one order. */
@Component
class ChangeBoard {

    private final JdbcClient database;

    ChangeBoard(JdbcClient database) {
        this.database = database;
    }

    /**
     * The stored data of one event.
     *
     * @param position in the order of all events; numbers may be missing
     * @param type of the thing that it happened to
     */
    record StoredChange(long position, Instant at, String event, String type, String id) {}

    /** @param after position of the last that is known */
    List<StoredChange> after(long after, int most) {
        return database.sql(
                        """
                        SELECT global_index, time_stamp, payload_type, type, aggregate_identifier
                        FROM domain_event_entry WHERE global_index > ? ORDER BY global_index LIMIT ?""")
                .params(after, most)
                .query((row, _) -> new StoredChange(
                        row.getLong("global_index"),
                        Instant.parse(row.getString("time_stamp")),
                        row.getString("payload_type"),
                        row.getString("type"),
                        row.getString("aggregate_identifier")))
                .list();
    }
}
