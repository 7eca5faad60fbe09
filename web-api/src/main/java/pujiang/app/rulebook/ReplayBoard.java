package pujiang.app.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;
import pujiang.app.rulebook.PastDecisions.Place;
import pujiang.app.rulebook.ReplayView.State;
import pujiang.app.rulebook.RuleDraftRefusal.ReplayRunning;
import pujiang.refusal.Refused;
import pujiang.rulebook.DraftId;

/** Replays as they run. One whose exchange has been silent for a while was interrupted. */
@Component
class ReplayBoard {

    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final JdbcClient database;
    private final Columns columns;

    ReplayBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    /**
     * Begins one.
     *
     * @throws Refused if one runs
     */
    ReplayView begin(DraftEdition draft, String before, String by, Instant now) {
        database.sql("UPDATE rule_replay SET running = NULL, state = 'interrupted' WHERE running = 1 AND beat_at < ?")
                .param(columns.utc(now.minus(SILENCE)))
                .update();
        try {
            database.sql(
                            """
                            INSERT INTO rule_replay (draft, edition, before_it, book, started_by, started_at, state,
                                running, beat_at, done, total)
                            VALUES (?, ?, ?, ?, ?, ?, 'running', 1, ?, 0, 0)""")
                    .params(
                            draft.draft().value(),
                            draft.edition(),
                            before,
                            draft.book(),
                            by,
                            columns.utc(now),
                            columns.utc(now))
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refused(new ReplayRunning());
        }
        return newest(draft.draft(), now).orElseThrow();
    }

    /** False if another process considered it interrupted; its runner then stops. */
    boolean beat(long replay, long done, Instant now) {
        return database.sql("UPDATE rule_replay SET done = ?, beat_at = ? WHERE id = ? AND running = 1")
                        .params(done, columns.utc(now), replay)
                        .update()
                == 1;
    }

    /** As the other, without progress. */
    void beat(long replay, Instant now) {
        database.sql("UPDATE rule_replay SET beat_at = ? WHERE id = ? AND running = 1")
                .params(columns.utc(now), replay)
                .update();
    }

    void expect(long replay, long total) {
        database.sql("UPDATE rule_replay SET total = ? WHERE id = ?")
                .params(total, replay)
                .update();
    }

    void end(long replay, State state, Instant now) {
        database.sql("UPDATE rule_replay SET running = NULL, state = ?, ended_at = ? WHERE id = ? AND running = 1")
                .params(state.name().toLowerCase(Locale.ROOT), columns.utc(now), replay)
                .update();
    }

    /** @return whether it still ran */
    boolean finish(long replay, long done, Place covered, String report, String digest, Instant now) {
        var gaps = covered.gaps().stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.sql(
                                """
                                UPDATE rule_replay SET running = NULL, state = 'done', ended_at = ?, done = ?,
                                    total = ?, covered = ?, gaps = ?, report = ?, digest = ?
                                WHERE id = ? AND running = 1""")
                        .params(columns.utc(now), done, done, covered.last(), gaps, report, digest, replay)
                        .update()
                == 1;
    }

    Optional<ReplayView> newest(DraftId draft, Instant now) {
        return database.sql("SELECT * FROM rule_replay WHERE draft = ? ORDER BY id DESC LIMIT 1")
                .param(draft.value())
                .query((row, _) -> replay(row, now))
                .optional();
    }

    /** @param text the report, byte for byte as it was digested */
    record Finished(ReplayView replay, String text, Place covered) {

        String digest() {
            return String.valueOf(replay.report());
        }
    }

    Optional<Finished> finished(DraftId draft, Instant now) {
        return database.sql("SELECT * FROM rule_replay WHERE draft = ? AND state = 'done' ORDER BY id DESC LIMIT 1")
                .param(draft.value())
                .query((row, _) -> new Finished(
                        replay(row, now),
                        row.getString("report"),
                        new Place(row.getLong("covered"), gaps(row.getString("gaps")))))
                .optional();
    }

    long decisions(List<String> names) {
        return database.sql("SELECT COUNT(*) FROM domain_event_entry WHERE payload_type IN (:names)")
                .param("names", names)
                .query(Long.class)
                .single();
    }

    long countSince(Place covered, List<String> names) {
        return since(covered, names, "SELECT COUNT(*)", "").query(Long.class).single();
    }

    /** The last of the decisions that a report does not cover. */
    List<String> lastSince(Place covered, List<String> names, int most) {
        var named = "SELECT CONCAT(LOWER(type), ' ', aggregate_identifier)";
        return since(covered, names, named, " ORDER BY global_index DESC LIMIT " + most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private JdbcClient.StatementSpec since(Place covered, List<String> names, String what, String order) {
        return database.sql(what + " FROM domain_event_entry WHERE (global_index > :last OR global_index IN (:gaps))"
                        + " AND payload_type IN (:names)" + order)
                .param("last", covered.last())
                .param("gaps", covered.gaps().isEmpty() ? List.of(-1L) : covered.gaps())
                .param("names", names);
    }

    private ReplayView replay(ResultSet row, Instant now) throws SQLException {
        var state = State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        var silent = columns.instant(row, "beat_at").isBefore(now.minus(SILENCE));
        return new ReplayView(
                row.getLong("id"),
                new DraftId(row.getString("draft")),
                row.getInt("edition"),
                row.getString("before_it"),
                row.getString("book"),
                row.getString("started_by"),
                columns.instant(row, "started_at"),
                state == State.RUNNING && silent ? State.INTERRUPTED : state,
                row.getLong("done"),
                row.getLong("total"),
                columns.instantOrNull(row, "ended_at"),
                row.getString("digest"));
    }

    private static List<Long> gaps(String written) {
        return written.isEmpty()
                ? List.of()
                : Arrays.stream(written.split(",")).map(Long::valueOf).toList();
    }
}
