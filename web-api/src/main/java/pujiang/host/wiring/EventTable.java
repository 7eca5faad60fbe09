package pujiang.host.wiring;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;
import pujiang.app.history.EventJson;

/**
 * Axon's table of events with fewer words to the database: one statement for all events of a command, one for all that
 * an aggregate is read from, however many, and no question for snapshots, since lives here are short and none is ever
 * taken.
 */
final class EventTable extends JdbcEventStorageEngine {

    private static final int COLUMNS = 9;

    private final EventJson followers;

    EventTable(Builder builder, EventJson followers) {
        super(builder);
        this.followers = followers;
    }

    /** What followers read: see {@link EventJson#forFollowers}. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken after, boolean mayBlock) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                readEventData(after, mayBlock), followers, NoOpEventUpcaster.INSTANCE);
    }

    /** In the command's transaction, and only aggregates have events; by hand, because the driver prepares a batch anew. */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) return;
        try (var connection = getConnection();
                var statement = connection.prepareStatement(insert(events.size()))) {
            for (int i = 0; i < events.size(); i++)
                bind(statement, COLUMNS * i, (DomainEventMessage<?>) events.get(i), serializer);
            statement.executeUpdate();
        } catch (SQLException e) {
            handlePersistenceException(e, events.getFirst());
        }
    }

    /** Page by page, a gap would look like the end. */
    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String aggregate, long first) {
        return fetchDomainEvents(aggregate, first, Integer.MAX_VALUE).stream();
    }

    /** The number of the newest event that is committed, or written by this transaction; -1 if there is none. */
    long lastSequenceNumber(String type, String aggregate) {
        var sql = "SELECT MAX(sequence_number) FROM " + schema().domainEventTable()
                + " WHERE aggregate_identifier = ? AND type = ?";
        try (var connection = getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, aggregate);
            statement.setString(2, type);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getObject(1) != null ? rows.getLong(1) : -1;
            }
        } catch (SQLException e) {
            throw new EventStoreException("the newest event of " + aggregate + " could not be read", e);
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
        return Stream.empty();
    }

    private String insert(int rows) {
        return "INSERT INTO " + schema().domainEventTable() + " (" + schema().domainEventFields()
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)" + ", (?, ?, ?, ?, ?, ?, ?, ?, ?)".repeat(rows - 1);
    }

    private void bind(PreparedStatement statement, int before, DomainEventMessage<?> event, Serializer serializer)
            throws SQLException {
        var payload = event.serializePayload(serializer, byte[].class);
        var about = event.serializeMetaData(serializer, byte[].class);
        statement.setString(before + 1, event.getIdentifier());
        statement.setString(before + 2, event.getAggregateIdentifier());
        statement.setLong(before + 3, event.getSequenceNumber());
        statement.setString(before + 4, event.getType());
        writeTimestamp(statement, before + 5, event.getTimestamp());
        statement.setString(before + 6, payload.getType().getName());
        statement.setString(before + 7, payload.getType().getRevision());
        statement.setBytes(before + 8, payload.getData());
        statement.setBytes(before + 9, about.getData());
    }
}
