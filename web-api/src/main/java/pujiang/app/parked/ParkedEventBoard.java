package pujiang.app.parked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;
import pujiang.obligation.ObligationId;
import pujiang.participant.ParticipantId;
import pujiang.trade.TradeId;

/** Parked events, and the events that wait for them. */
@Component
public class ParkedEventBoard {

    /** Aggregates with parked events, of one follower; and events of one aggregate. */
    public static final int MOST = 1_024;

    /** A follower's failing sequence has a row among what is tried again, under the follower's name. */
    private static final String SELECT =
            """
            SELECT p.*, COALESCE(r.attempts, 0) AS attempts, r.next_attempt, EXISTS (SELECT 1
                FROM parked_event before_it
                WHERE before_it.follower = p.follower AND before_it.sequence_identifier = p.sequence_identifier
                AND before_it.sequence_index < p.sequence_index) AS behind
            FROM parked_event p LEFT JOIN retry_item r ON r.job = p.follower AND r.item = p.sequence_identifier
            """;

    private final JdbcClient database;
    private final Columns columns;
    private final Clock clock;

    ParkedEventBoard(JdbcClient database, Columns columns, Clock clock) {
        this.database = database;
        this.columns = columns;
        this.clock = clock;
    }

    /** The longest parked first. */
    public List<ParkedEvent> list(Optional<ParkedEvent.Place> after, int most) {
        return database.sql(SELECT + (after.isPresent() ? "WHERE (p.enqueued_at, p.identifier) > (:at, :id) " : "")
                        + "ORDER BY p.enqueued_at, p.identifier LIMIT :most")
                .param("at", after.map(ParkedEvent.Place::parked).orElse(null))
                .param("id", after.map(ParkedEvent.Place::id).orElse(null))
                .param("most", most)
                .query((row, _) -> view(row))
                .list();
    }

    public Optional<ParkedEvent> find(String id) {
        return database.sql(SELECT + "WHERE p.identifier = ?")
                .param(id)
                .query((row, _) -> view(row))
                .optional();
    }

    /** In the caller's transaction, during which no job handles it. */
    public Optional<ParkedEvent> locked(String id) {
        database.sql("SELECT identifier FROM parked_event WHERE identifier = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .optional();
        return find(id);
    }

    public void remove(String id) {
        database.sql("DELETE FROM parked_event WHERE identifier = ?").param(id).update();
    }

    public long count() {
        return database.sql("SELECT COUNT(*) FROM parked_event")
                .query(Long.class)
                .single();
    }

    /** Whether an event processor has stopped because no more can be parked for it. */
    public boolean full() {
        return database.sql(
                        """
                        SELECT COALESCE(MAX(sequences), 0) >= :most OR COALESCE(MAX(longest), 0) >= :most FROM
                            (SELECT COUNT(DISTINCT sequence_identifier) AS sequences,
                                MAX(sequence_index) - MIN(sequence_index) + 1 AS longest
                            FROM parked_event GROUP BY follower) every""")
                .param("most", MOST)
                .query(Boolean.class)
                .single();
    }

    /** Whether the work of event processors on a trade, or on its post-trade findings, is not done yet. */
    public boolean awaits(TradeId trade) {
        return awaits(Set.of("Trade", "Watch"), trade.value());
    }

    /** Whether the work that follows its delivery is not done yet. */
    public boolean awaitsItsDelivery(TradeId trade) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM parked_event WHERE aggregate_type = 'Trade'"
                        + " AND aggregate_identifier = ? AND payload_type = 'trade.delivery-made')")
                .param(trade.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the work that follows its breach or its discharge is not done yet. */
    public boolean awaits(ObligationId obligation) {
        return awaits(Set.of("Obligation"), obligation.value());
    }

    /**
     * The trades that wait.
     *
     * @param party of the trades; null for all
     */
    public List<TradeId> trades(@Nullable ParticipantId party) {
        return database.sql("SELECT DISTINCT p.aggregate_identifier AS id FROM parked_event p"
                        + (party == null ? "" : " JOIN trade_board t ON t.id = p.aggregate_identifier")
                        + " WHERE p.aggregate_type IN ('Trade', 'Watch')"
                        + (party == null ? "" : " AND :party IN (t.buyer, t.vendor)") + " ORDER BY id")
                .param("party", party == null ? null : party.value())
                .query((row, _) -> new TradeId(row.getString("id")))
                .list();
    }

    private boolean awaits(Set<String> types, String aggregate) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM parked_event"
                        + " WHERE aggregate_type IN (:types) AND aggregate_identifier = :id)")
                .param("types", types)
                .param("id", aggregate)
                .query(Boolean.class)
                .single();
    }

    /** The sequences whose first event is to be tried again. */
    List<Sequence> due(int most) {
        return database.sql(
                        """
                        SELECT DISTINCT p.follower, p.sequence_identifier FROM parked_event p
                        LEFT JOIN retry_item r ON r.job = p.follower AND r.item = p.sequence_identifier
                        WHERE r.next_attempt IS NULL OR r.next_attempt <= ? LIMIT ?""")
                .params(columns.utc(clock.instant()), most)
                .query((row, _) -> new Sequence(row.getString(1), row.getString(2)))
                .list();
    }

    boolean contains(Sequence sequence) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM parked_event WHERE follower = ? AND sequence_identifier = ?)")
                .params(sequence.follower(), sequence.identifier())
                .query(Boolean.class)
                .single();
    }

    record Sequence(String follower, String identifier) {}

    private ParkedEvent view(ResultSet row) throws SQLException {
        return new ParkedEvent(
                row.getString("identifier"),
                row.getString("follower"),
                row.getString("sequence_identifier"),
                row.getBoolean("behind"),
                row.getString("event_identifier"),
                row.getString("payload_type"),
                row.getString("aggregate_type"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                Instant.parse(row.getString("time_stamp")),
                Instant.parse(row.getString("enqueued_at")),
                row.getString("cause_message"),
                row.getInt("attempts"),
                columns.instantOrNull(row, "next_attempt"));
    }
}
