package pujiang.app.recall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Board;
import pujiang.app.board.Columns;
import pujiang.app.job.RetryBoard;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.recall.Occurrence;
import pujiang.recall.Plan;
import pujiang.recall.RecallEvent;
import pujiang.recall.RecallEvent.MeasurePostponed;
import pujiang.recall.RecallEvent.MeasureTaken;
import pujiang.recall.RecallEvent.PlanConfirmed;
import pujiang.recall.RecallEvent.PlanStaged;
import pujiang.recall.RecallEvent.RecallCompleted;
import pujiang.recall.RecallEvent.RecallDropped;
import pujiang.recall.RecallEvent.RecallFiled;
import pujiang.recall.RecallId;
import pujiang.recall.RecallRefusal.Unknown;
import pujiang.refusal.Refused;

/** The current state of every recall, with the measures that have been taken. */
@Component
public class RecallBoard implements Board {

    public static final String STAGED = "staged";
    public static final String CONFIRMED = "confirmed";

    private final JdbcClient database;
    private final Columns columns;

    RecallBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    public Optional<RecallView> find(RecallId recall) {
        return database.sql("SELECT * FROM recall_board WHERE id = ?")
                .param(recall.value())
                .query((row, _) -> view(row))
                .optional();
    }

    /** @throws Refused if it does not exist */
    public RecallView get(RecallId recall) {
        return find(recall).orElseThrow(() -> new Refused(new Unknown(recall)));
    }

    /** The newest first. */
    public List<RecallView> list(RecallSearch search, Optional<RecallSearch.Place> after, int most) {
        return database.sql(search.sql(after.isPresent()))
                .params(search.parameters(columns))
                .param("filed", after.map(place -> columns.utc(place.filed())).orElse(null))
                .param("id", after.map(place -> place.id().value()).orElse(null))
                .param("most", most)
                .query((row, _) -> view(row))
                .list();
    }

    /** Recalls to be carried out, longest waiting first, without those that have stepped aside from the job. */
    List<RecallView> confirmed(String job, Instant now, int most) {
        return database.sql("SELECT * FROM recall_board WHERE state = 'confirmed' AND "
                        + RetryBoard.none("recall_board.id") + " ORDER BY filed_at, id LIMIT :most")
                .param("job", job)
                .param("now", columns.utc(now))
                .param("most", most)
                .query((row, _) -> view(row))
                .list();
    }

    /** Recalls in one state, longest there first. */
    public List<RecallView> in(String state, int most) {
        return database.sql("SELECT * FROM recall_board WHERE state = ? ORDER BY filed_at, id LIMIT ?")
                .params(state, most)
                .query((row, _) -> view(row))
                .list();
    }

    @EventHandler
    void on(RecallEvent event, @Timestamp Instant at, @SequenceNumber long version) {
        switch (event) {
            case RecallFiled filed -> insert(filed, at, version);
            case PlanStaged staged -> stage(staged, at, version);
            case PlanConfirmed _ -> move(event, CONFIRMED, at, version);
            case MeasureTaken taken -> take(taken, at, version);
            case MeasurePostponed postponed -> postpone(postponed, version);
            case RecallCompleted _ -> move(event, "completed", at, version);
            case RecallDropped _ -> move(event, "dropped", at, version);
        }
    }

    private void insert(RecallFiled filed, Instant at, long version) {
        var by = filed.by();
        var product = filed.occurrence().product();
        database.sql(
                        """
                        INSERT INTO recall_board (id, state, filed_by, product, filed_at, since, version, occurrence)
                        VALUES (:id, 'staged', :by, :product, :at, :at, :version, :occurrence)""")
                .param("product", product == null ? null : product.value())
                .param("id", filed.recall().value())
                .param("by", by == null ? null : by.value())
                .param("at", columns.utc(at))
                .param("version", version)
                .param("occurrence", columns.json(filed.occurrence()))
                .update();
    }

    private void stage(PlanStaged staged, Instant at, long version) {
        database.sql("UPDATE recall_board SET plan = ?, plan_digest = ?, since = ?, version = ? WHERE id = ?")
                .params(
                        columns.json(staged.plan()),
                        staged.digest(),
                        columns.utc(at),
                        version,
                        staged.recall().value())
                .update();
    }

    private void take(MeasureTaken taken, Instant at, long version) {
        database.sql("INSERT INTO recall_measure (recall, number, taken_at, outcome) VALUES (?, ?, ?, ?)")
                .params(taken.recall().value(), taken.number(), columns.utc(at), taken.outcome())
                .update();
        database.sql("DELETE FROM recall_postponed WHERE recall = ? AND number = ?")
                .params(taken.recall().value(), taken.number())
                .update();
        version(taken, version);
    }

    private void postpone(MeasurePostponed postponed, long version) {
        database.sql("INSERT INTO recall_postponed (recall, number, cause) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE cause = VALUES(cause)")
                .params(postponed.recall().value(), postponed.number(), postponed.cause())
                .update();
        version(postponed, version);
    }

    private void version(RecallEvent event, long version) {
        database.sql("UPDATE recall_board SET version = ? WHERE id = ?")
                .params(version, event.recall().value())
                .update();
    }

    private void move(RecallEvent event, String state, Instant at, long version) {
        database.sql("UPDATE recall_board SET state = ?, since = ?, version = ? WHERE id = ?")
                .params(state, columns.utc(at), version, event.recall().value())
                .update();
    }

    private RecallView view(ResultSet row) throws SQLException {
        var id = new RecallId(row.getString("id"));
        var by = row.getString("filed_by");
        var plan = row.getString("plan") == null ? null : columns.value(row, "plan", Plan.class);
        return new RecallView(
                id,
                row.getString("state"),
                columns.value(row, "occurrence", Occurrence.class),
                by == null ? null : new ParticipantId(by),
                columns.instant(row, "filed_at"),
                columns.instant(row, "since"),
                row.getString("plan_digest"),
                plan == null ? List.<ProductId>of() : plan.products(),
                plan == null ? List.of() : steps(plan, taken(id), postponed(id)),
                row.getLong("version"));
    }

    private static List<RecallView.Step> steps(Plan plan, Map<Integer, Taken> taken, Map<Integer, String> postponed) {
        return IntStream.rangeClosed(1, plan.measures().size())
                .mapToObj(number -> {
                    var done = taken.get(number);
                    return new RecallView.Step(
                            number,
                            plan.measures().get(number - 1),
                            done == null ? null : done.at(),
                            done == null ? null : done.outcome(),
                            postponed.get(number));
                })
                .toList();
    }

    private Map<Integer, Taken> taken(RecallId recall) {
        var taken = new HashMap<Integer, Taken>();
        database.sql("SELECT number, taken_at, outcome FROM recall_measure WHERE recall = ?")
                .param(recall.value())
                .query((row, _) -> taken.put(
                        row.getInt("number"), new Taken(columns.instant(row, "taken_at"), row.getString("outcome"))))
                .list();
        return taken;
    }

    private Map<Integer, String> postponed(RecallId recall) {
        var postponed = new HashMap<Integer, String>();
        database.sql("SELECT number, cause FROM recall_postponed WHERE recall = ?")
                .param(recall.value())
                .query((row, _) -> postponed.put(row.getInt("number"), row.getString("cause")))
                .list();
        return postponed;
    }

    private record Taken(Instant at, String outcome) {}
}
