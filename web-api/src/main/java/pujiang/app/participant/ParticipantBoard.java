package pujiang.app.participant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Board;
import pujiang.app.board.Columns;
import pujiang.app.board.StandingStops;
import pujiang.app.security.ParticipantDirectory;
import pujiang.compliance.Assessment;
import pujiang.compliance.FactSheet;
import pujiang.participant.MarketRole;
import pujiang.participant.Organisation;
import pujiang.participant.ParticipantEvent;
import pujiang.participant.ParticipantEvent.ParticipantApplied;
import pujiang.participant.ParticipantEvent.ParticipantAssessed;
import pujiang.participant.ParticipantEvent.ParticipantLapsed;
import pujiang.participant.ParticipantEvent.ParticipantRefused;
import pujiang.participant.ParticipantEvent.ParticipantReinstated;
import pujiang.participant.ParticipantEvent.ParticipantRejected;
import pujiang.participant.ParticipantEvent.ParticipantStopLifted;
import pujiang.participant.ParticipantEvent.ParticipantSuspended;
import pujiang.participant.ParticipantEvent.ParticipantVerified;
import pujiang.participant.ParticipantEvent.StatementRevised;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal.NotActive;
import pujiang.participant.ParticipantRefusal.RegistrationTaken;
import pujiang.refusal.Refused;
import pujiang.stop.Stop;
import pujiang.stop.Stops;

/** The current file of every participant. */
@Component
public class ParticipantBoard implements Board, ParticipantDirectory {

    public static final String APPLIED = "applied";
    public static final String ACTIVE = "active";
    public static final String SUSPENDED = "suspended";

    private static final List<String> NAMES =
            List.of("id", "state", "since", "due_at", "version", "body", "assessments", "stops");

    private static final String COLUMNS = "SELECT " + columns("p") + " FROM participant_board p ";

    private final JdbcClient database;
    private final Columns columns;
    private final StandingStops stops;

    ParticipantBoard(JdbcClient database, Columns columns, StandingStops stops) {
        this.database = database;
        this.columns = columns;
        this.stops = stops;
    }

    /** For another board's query that joins this table under another name; see {@link #view}. */
    public static String columns(String alias) {
        return Columns.of(alias, NAMES);
    }

    public Optional<ParticipantView> find(ParticipantId participant) {
        return database.sql(COLUMNS + "WHERE id = ?")
                .param(participant.value())
                .query((row, _) -> view(row, "p"))
                .optional();
    }

    /**
     * The participant for which a user wants to act.
     *
     * @throws Refused unless it is verified and not suspended
     */
    public ParticipantView acting(ParticipantId participant) {
        return find(participant)
                .orElseThrow(() -> new Refused(new NotActive(participant)))
                .acts();
    }

    /**
     * As {@link #acting(ParticipantId)}, in a role that it must hold.
     *
     * @throws Refused unless it is verified and not suspended, and was admitted in that role
     */
    public ParticipantView acting(ParticipantId participant, MarketRole role) {
        return acting(participant).acts(role);
    }

    /** Keeps orders from and to it away until this transaction ends; those that began before have ended by then. */
    public void keepOrdersAway(ParticipantId participant) {
        database.sql("SELECT id FROM participant_board WHERE id = ? FOR UPDATE")
                .param(participant.value())
                .query(String.class)
                .list();
    }

    @Override
    public boolean known(ParticipantId participant) {
        return find(participant).isPresent();
    }

    /**
     * In the order of their ids.
     *
     * @param after the id before the first that is wanted; empty for the start
     */
    public List<ParticipantView> list(@Nullable String state, String after, int most) {
        var where = state == null ? "WHERE id > :after" : "WHERE state = :state AND id > :after";
        return database.sql(COLUMNS + where + " ORDER BY id LIMIT :most")
                .param("state", state)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> view(row, "p"))
                .list();
    }

    /** Applications that wait for the operator, the soonest to lapse first. */
    public List<ParticipantView> waiting(int most) {
        return database.sql(COLUMNS + "WHERE state = ? ORDER BY due_at, id LIMIT ?")
                .params(APPLIED, most)
                .query((row, _) -> view(row, "p"))
                .list();
    }

    /** Files past their time, longest overdue first. */
    public List<ParticipantId> due(Instant now, int most) {
        return database.sql("SELECT id FROM participant_board WHERE due_at <= ? ORDER BY due_at LIMIT ?")
                .params(columns.utc(now), most)
                .query((row, _) -> new ParticipantId(row.getString("id")))
                .list();
    }

    @EventHandler
    void on(ParticipantEvent event, @Timestamp Instant at, @SequenceNumber long version) {
        switch (event) {
            case ParticipantApplied applied -> insert(applied, at, version);
            case StatementRevised revised -> revise(revised, version);
            case ParticipantAssessed assessed -> assess(assessed, version);
            case ParticipantVerified _ -> update(event, ACTIVE, at, version);
            case ParticipantReinstated _ -> {
                update(event, ACTIVE, at, version);
                stand(event, _ -> Stops.NONE, version);
            }
            case ParticipantSuspended suspended -> {
                suspend(suspended, at);
                stand(event, now -> now.with(suspended.stopped(at)), version);
            }
            case ParticipantStopLifted lifted ->
                stand(event, now -> now.without(lifted.ground(), lifted.cause()), version);
            case ParticipantRefused _ -> close(event, "refused", at, version);
            case ParticipantRejected _ -> close(event, "rejected", at, version);
            case ParticipantLapsed _ -> close(event, "lapsed", at, version);
        }
    }

    /** The day of the first stop stays. */
    private void suspend(ParticipantSuspended suspended, Instant at) {
        database.sql("UPDATE participant_board SET state = ?, since = ? WHERE id = ? AND state <> ?")
                .params(SUSPENDED, columns.utc(at), suspended.participant().value(), SUSPENDED)
                .update();
    }

    private void stand(ParticipantEvent event, UnaryOperator<Stops> change, long version) {
        stops.change("participant_board", event.participant().value(), change);
        database.sql("UPDATE participant_board SET version = ? WHERE id = ?")
                .params(version, event.participant().value())
                .update();
    }

    private void insert(ParticipantApplied applied, Instant at, long version) {
        var registration = applied.organisation().registration().value();
        try {
            database.sql(
                            """
                            INSERT INTO participant_board (id, registration, name, state, since, due_at, version, body)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            applied.participant().value(),
                            registration,
                            applied.organisation().name(),
                            APPLIED,
                            columns.utc(at),
                            columns.utc(applied.due()),
                            version,
                            columns.json(new Body(applied.organisation(), applied.roles(), applied.statement())))
                    .update();
        } catch (DuplicateKeyException _) {
            // The id itself is new: the event store has just taken its first event.
            throw new Refused(new RegistrationTaken(registration));
        }
    }

    private void revise(StatementRevised revised, long version) {
        var view = find(revised.participant()).orElseThrow();
        database.sql("UPDATE participant_board SET version = ?, body = ? WHERE id = ?")
                .params(
                        version,
                        columns.json(new Body(view.organisation(), view.roles(), revised.statement())),
                        view.id().value())
                .update();
    }

    private void assess(ParticipantAssessed assessed, long version) {
        var assessments =
                new ArrayList<>(find(assessed.participant()).orElseThrow().assessments());
        assessments.add(assessed.assessment());
        database.sql("UPDATE participant_board SET version = ?, assessments = ? WHERE id = ?")
                .params(
                        version,
                        columns.json(assessments),
                        assessed.participant().value())
                .update();
    }

    private void update(ParticipantEvent event, String state, Instant at, long version) {
        database.sql("UPDATE participant_board SET state = ?, since = ?, due_at = NULL, version = ? WHERE id = ?")
                .params(state, columns.utc(at), version, event.participant().value())
                .update();
    }

    private void close(ParticipantEvent event, String state, Instant at, long version) {
        update(event, state, at, version);
        database.sql("UPDATE participant_board SET registration = NULL WHERE id = ?")
                .param(event.participant().value())
                .update();
    }

    public ParticipantView view(ResultSet row, String alias) throws SQLException {
        var body = columns.value(row, alias + "_body", Body.class);
        return new ParticipantView(
                new ParticipantId(row.getString(alias + "_id")),
                body.organisation(),
                body.roles(),
                row.getString(alias + "_state"),
                body.statement(),
                columns.list(row, alias + "_assessments", Assessment.class),
                columns.instant(row, alias + "_since"),
                columns.instantOrNull(row, alias + "_due_at"),
                columns.list(row, alias + "_stops", Stop.class),
                row.getLong(alias + "_version"));
    }

    private record Body(Organisation organisation, Set<MarketRole> roles, FactSheet statement) {}
}
