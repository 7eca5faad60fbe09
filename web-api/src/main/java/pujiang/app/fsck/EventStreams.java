package pujiang.app.fsck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import pujiang.app.fsck.EventStream.Stored;
import pujiang.app.history.StoredEvents;

/** All streams, one after the other. Things of different kinds may share an id, so an id may have several. */
final class EventStreams {

    /** Along the table's own key. A comparison of whole rows would be shorter, and read the table from its beginning. */
    private static final String EVENTS =
            """
            SELECT aggregate_identifier, sequence_number, type, payload_type, payload_revision, payload, meta_data
            FROM domain_event_entry
            WHERE aggregate_identifier > ? OR aggregate_identifier = ? AND sequence_number > ?
                OR aggregate_identifier = ? AND sequence_number = ? AND type > ?
            ORDER BY aggregate_identifier, sequence_number, type""";

    private final Snapshot snapshot;
    private final StoredEvents events = new StoredEvents();
    private final Map<String, List<Stored>> current = new LinkedHashMap<>();
    private String id = "";
    private long read;

    EventStreams(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @FunctionalInterface
    interface Visitor {
        void visit(EventStream eventStream) throws SQLException;
    }

    void each(Visitor visitor, LongConsumer counted) throws SQLException {
        snapshot.walk(EVENTS, after("", -1, ""), row -> {
            if (!row.getString("aggregate_identifier").equals(id)) leave(visitor);
            id = row.getString("aggregate_identifier");
            var type = row.getString("type");
            current.computeIfAbsent(type, _ -> new ArrayList<>()).add(stored(row));
            counted.accept(++read);
            return after(id, row.getLong("sequence_number"), type);
        });
        leave(visitor);
    }

    private void leave(Visitor visitor) throws SQLException {
        for (var life : current.entrySet()) visitor.visit(new EventStream(life.getKey(), id, life.getValue()));
        current.clear();
    }

    private static List<Object> after(String id, long number, String type) {
        return List.of(id, id, number, id, number, type);
    }

    private Stored stored(ResultSet row) throws SQLException {
        var number = row.getLong("sequence_number");
        var name = row.getString("payload_type");
        try {
            var _ = events.about(row.getBytes("meta_data"));
            var event = events.event(name, row.getString("payload_revision"), row.getBytes("payload"));
            return new Stored(number, name, event, null);
        } catch (RuntimeException failure) {
            return new Stored(
                    number,
                    name,
                    null,
                    String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
