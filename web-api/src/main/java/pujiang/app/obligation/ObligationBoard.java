package pujiang.app.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Board;
import pujiang.app.board.Columns;
import pujiang.listing.ListingId;
import pujiang.obligation.Consequence;
import pujiang.obligation.Duty;
import pujiang.obligation.Evidence;
import pujiang.obligation.ObligationEvent;
import pujiang.obligation.ObligationEvent.ObligationBreached;
import pujiang.obligation.ObligationEvent.ObligationDischarged;
import pujiang.obligation.ObligationEvent.ObligationIncurred;
import pujiang.obligation.ObligationEvent.ObligationProven;
import pujiang.obligation.ObligationEvent.ProofRejected;
import pujiang.obligation.ObligationId;
import pujiang.obligation.ObligationRefusal.Unknown;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.trade.TradeId;

/** The current state of every obligation. */
@Component
public class ObligationBoard implements Board {

    public static final String OPEN = "open";
    public static final String PROVEN = "proven";
    public static final String BREACHED = "breached";

    private static final String SELECT = "SELECT * FROM obligation_board ";

    private final JdbcClient database;
    private final Columns columns;

    ObligationBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    public Optional<ObligationView> find(ObligationId obligation) {
        return database.sql(SELECT + "WHERE id = ?")
                .param(obligation.value())
                .query((row, _) -> view(row))
                .optional();
    }

    /** @throws Refused if it does not exist */
    ObligationView get(ObligationId obligation) {
        return find(obligation).orElseThrow(() -> new Refused(new Unknown(obligation)));
    }

    /** As {@link #get}, and it does not change before the caller's transaction ends: every change writes this row. */
    ObligationView locked(ObligationId obligation) {
        return database.sql(SELECT + "WHERE id = ? FOR UPDATE")
                .param(obligation.value())
                .query((row, _) -> view(row))
                .optional()
                .orElseThrow(() -> new Refused(new Unknown(obligation)));
    }

    /**
     * The newest first.
     *
     * @param soon until when a deadline is near
     */
    public List<ObligationView> list(
            ObligationSearch search, Instant soon, Optional<ObligationSearch.Place> after, int most) {
        return database.sql(search.sql(after.isPresent()))
                .params(search.parameters(columns))
                .param("soon", columns.utc(soon))
                .param(
                        "incurred",
                        after.map(place -> columns.utc(place.incurred())).orElse(null))
                .param("id", after.map(place -> place.id().value()).orElse(null))
                .param("most", most)
                .query((row, _) -> view(row))
                .list();
    }

    /** All of one trade, the soonest first. */
    public List<ObligationView> of(TradeId trade) {
        return database.sql(SELECT + "WHERE trade = ? ORDER BY deadline, id")
                .param(trade.value())
                .query((row, _) -> view(row))
                .list();
    }

    /** The same, in one statement with whether an event is parked that may have opened more obligations. */
    Known known(TradeId trade) {
        var awaits = new AtomicBoolean();
        var found = database.sql(
                        """
                        SELECT x.awaits, o.* FROM (SELECT EXISTS (SELECT 1 FROM parked_event p
                            WHERE p.aggregate_type IN ('Trade', 'Watch')
                            AND p.aggregate_identifier = :trade) AS awaits) x
                        LEFT JOIN obligation_board o ON o.trade = :trade ORDER BY o.deadline, o.id""")
                .param("trade", trade.value())
                .query((row, _) -> {
                    awaits.set(row.getBoolean("awaits"));
                    return row.getString("id") == null ? Optional.<ObligationView>empty() : Optional.of(view(row));
                })
                .list();
        return new Known(found.stream().flatMap(Optional::stream).toList(), awaits.get());
    }

    record Known(List<ObligationView> obligations, boolean awaits) {}

    /** All of one listing itself, not of what was sold under it. */
    List<ObligationView> of(ListingId listing) {
        return database.sql(SELECT + "WHERE listing = ? AND trade IS NULL ORDER BY deadline, id")
                .param(listing.value())
                .query((row, _) -> view(row))
                .list();
    }

    /** Obligations of the exchange as a whole that this source has found and that are still open. */
    List<ObligationView> ofTheExchange(Finder finder) {
        return database.sql(SELECT + "o JOIN obligation_finder f ON f.obligation = o.id AND f.finder = ?"
                        + " WHERE o.state <> 'discharged' ORDER BY o.deadline, o.id")
                .param(finder.name())
                .query((row, _) -> view(row))
                .list();
    }

    /** Whether the buyer's copy is deleted, without a download since: a new download is a new copy. */
    public boolean isDeleted(TradeId trade) {
        return database.sql(
                                """
                        SELECT COUNT(*) FROM obligation_board o JOIN trade_board t ON t.id = o.trade
                        WHERE o.trade = ? AND o.kind = 'DELETION' AND o.state = 'discharged'
                            AND (t.fetched_at IS NULL OR t.fetched_at <= o.since)""")
                        .param(trade.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Obligations that wait for the responsible party, breached or due by an instant, soonest first.
     *
     * @param bearer null for the exchange itself
     */
    public List<ObligationView> owed(@Nullable ParticipantId bearer, Instant by, int most) {
        return database.sql(SELECT + "WHERE " + (bearer == null ? "bearer IS NULL" : "bearer = :bearer")
                        + " AND state IN ('open', 'breached') AND deadline <= :by ORDER BY deadline, id LIMIT :most")
                .param("bearer", bearer == null ? null : bearer.value())
                .param("by", columns.utc(by))
                .param("most", most)
                .query((row, _) -> view(row))
                .list();
    }

    /** Obligations that wait for an officer, soonest deadline first. */
    public List<ObligationView> proven(int most) {
        return database.sql(SELECT + "WHERE state = 'proven' ORDER BY deadline, id LIMIT ?")
                .param(most)
                .query((row, _) -> view(row))
                .list();
    }

    /** Obligations past their deadline, longest overdue first. */
    public List<ObligationId> due(Instant now, int most) {
        return database.sql("SELECT id FROM obligation_board WHERE due_at <= ? ORDER BY due_at LIMIT ?")
                .params(columns.utc(now), most)
                .query((row, _) -> new ObligationId(row.getString("id")))
                .list();
    }

    @EventHandler
    void on(ObligationEvent event, @Timestamp Instant at, @SequenceNumber long version) {
        switch (event) {
            case ObligationIncurred incurred -> incur(incurred, at, version);
            case ObligationProven proven -> prove(proven, at, version);
            case ProofRejected(var id, var _, var due) -> reject(id, due, at, version);
            case ObligationBreached(var id, var _, var consequence) -> breach(id, consequence, at, version);
            case ObligationDischarged _ -> discharge(event, at, version);
        }
    }

    /** Found again after its end, it is open again; found to hold longer than was known, it stays as it is. */
    private void incur(ObligationIncurred incurred, Instant at, long version) {
        var duty = incurred.duty();
        var subject = duty.concern();
        var bearer = duty.bearer().participant();
        database.sql(
                        """
                        INSERT INTO obligation_board (id, state, kind, rule, bearer, trade, listing, incurred_at, since,
                            deadline, due_at, version, duty)
                        VALUES (:id, 'open', :kind, :rule, :bearer, :trade, :listing, :at, :at, :due, :due, :version,
                            :duty)
                        ON DUPLICATE KEY UPDATE duty = VALUES(duty), version = VALUES(version),
                            since = IF(state = 'discharged', VALUES(since), since),
                            deadline = IF(state = 'discharged', VALUES(deadline), deadline),
                            due_at = IF(state = 'discharged', VALUES(due_at), due_at),
                            evidence = IF(state = 'discharged', NULL, evidence),
                            proven_by = IF(state = 'discharged', NULL, proven_by),
                            consequence = IF(state = 'discharged', NULL, consequence),
                            state = IF(state = 'discharged', 'open', state)""")
                .param("id", incurred.obligation().value())
                .param("kind", duty.kind().name())
                .param("rule", duty.rule())
                .param("bearer", bearer == null ? null : bearer.value())
                .param("trade", subject.trade() == null ? null : subject.trade().value())
                .param(
                        "listing",
                        subject.listing() == null ? null : subject.listing().value())
                .param("at", columns.utc(at))
                .param("due", columns.utc(duty.due()))
                .param("version", version)
                .param("duty", columns.json(duty))
                .update();
    }

    private void prove(ObligationProven proven, Instant at, long version) {
        database.sql("UPDATE obligation_board SET evidence = ?, proven_by = ? WHERE id = ?")
                .params(
                        columns.json(proven.evidence()),
                        proven.by(),
                        proven.obligation().value())
                .update();
        move(proven, PROVEN, at, version);
    }

    /** Rejection of a late proof leaves it breached. */
    private void reject(ObligationId id, Instant due, Instant at, long version) {
        database.sql(
                        """
                        UPDATE obligation_board SET state = IF(consequence IS NULL, 'open', 'breached'),
                            due_at = IF(consequence IS NULL, :due, NULL),
                            deadline = IF(consequence IS NULL, :due, deadline), since = :at, version = :version
                        WHERE id = :id""")
                .param("due", columns.utc(due))
                .param("at", columns.utc(at))
                .param("version", version)
                .param("id", id.value())
                .update();
    }

    private void breach(ObligationId id, Consequence consequence, Instant at, long version) {
        database.sql(
                        """
                        UPDATE obligation_board SET state = 'breached', consequence = ?, due_at = NULL, since = ?,
                            version = ? WHERE id = ?""")
                .params(consequence.name(), columns.utc(at), version, id.value())
                .update();
    }

    /** If it is found from then on, it is due again. */
    private void discharge(ObligationEvent event, Instant at, long version) {
        move(event, "discharged", at, version);
        database.sql("DELETE FROM obligation_finder WHERE obligation = ?")
                .param(event.obligation().value())
                .update();
    }

    private void move(ObligationEvent event, String state, Instant at, long version) {
        database.sql("UPDATE obligation_board SET state = ?, due_at = NULL, since = ?, version = ? WHERE id = ?")
                .params(state, columns.utc(at), version, event.obligation().value())
                .update();
    }

    ObligationView view(ResultSet row) throws SQLException {
        var evidence = row.getString("evidence");
        var consequence = row.getString("consequence");
        return new ObligationView(
                new ObligationId(row.getString("id")),
                row.getString("state"),
                columns.value(row, "duty", Duty.class),
                columns.instant(row, "incurred_at"),
                columns.instant(row, "since"),
                columns.instant(row, "deadline"),
                evidence == null ? null : columns.value(row, "evidence", Evidence.class),
                row.getString("proven_by"),
                consequence == null ? null : Consequence.valueOf(consequence),
                row.getLong("version"));
    }
}
