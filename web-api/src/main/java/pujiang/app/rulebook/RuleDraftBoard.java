package pujiang.app.rulebook;

import java.io.ByteArrayInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;
import pujiang.law.DraftFault;
import pujiang.rulebook.DraftId;

/** Drafts in all their versions. Not events: a draft that was not activated is not part of the market's history. */
@Component
class RuleDraftBoard {

    private static final String NEWEST =
            """
            SELECT e.draft, e.edition, e.content, e.book, e.author, e.uploaded_at, e.faults, d.created_at
            FROM rule_draft d JOIN rule_draft_edition e ON e.draft = d.id AND e.edition = d.edition
            """;

    private final JdbcClient database;
    private final Columns columns;

    RuleDraftBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    Optional<DraftEdition> find(DraftId draft) {
        return database.sql(NEWEST + "WHERE d.id = ?")
                .param(draft.value())
                .query((row, _) -> edition(row))
                .optional();
    }

    /** A place in the list, which is newest first. */
    record Place(Instant created, DraftId draft) {

        static Place of(List<String> parts) {
            return new Place(Instant.parse(parts.getFirst()), new DraftId(parts.getLast()));
        }
    }

    List<DraftEdition> list(Optional<Place> after, int most) {
        var where =
                after.isPresent() ? "WHERE d.created_at < :created OR d.created_at = :created AND d.id < :draft\n" : "";
        return database.sql(NEWEST + where + "ORDER BY d.created_at DESC, d.id DESC LIMIT :most")
                .param(
                        "created",
                        after.map(place -> columns.utc(place.created())).orElse(null))
                .param("draft", after.map(place -> place.draft().value()).orElse(null))
                .param("most", most)
                .query((row, _) -> edition(row))
                .list();
    }

    /** The newest report first: the others are further behind. */
    List<DraftEdition> reported(String inForce, String reader, int most) {
        return database.sql(
                        NEWEST
                                + """
                        JOIN (SELECT draft, edition, MAX(id) AS report FROM rule_replay
                            WHERE state = 'done' AND before_it = :inForce GROUP BY draft, edition) r
                            ON r.draft = d.id AND r.edition = d.edition
                        WHERE e.book <> :inForce AND NOT EXISTS (
                            SELECT 1 FROM rule_draft_edition w WHERE w.draft = d.id AND w.author = :reader)
                        ORDER BY r.report DESC LIMIT :most""")
                .param("inForce", inForce)
                .param("reader", reader)
                .param("most", most)
                .query((row, _) -> edition(row))
                .list();
    }

    /** Of all editions. */
    List<String> authors(DraftId draft) {
        return database.sql("SELECT DISTINCT author FROM rule_draft_edition WHERE draft = ? ORDER BY author")
                .param(draft.value())
                .query((row, _) -> row.getString("author"))
                .list();
    }

    SortedMap<String, String> texts(DraftEdition edition) {
        var files = database.sql("SELECT files FROM rule_draft_edition WHERE draft = ? AND edition = ?")
                .params(edition.draft().value(), edition.edition())
                .query((row, _) -> row.getBytes("files"))
                .single();
        return DraftArchive.read(new ByteArrayInputStream(files));
    }

    /** In a transaction; of two that come at once, the second fails at the key. */
    void add(DraftEdition edition, byte[] files) {
        database.sql(
                        """
                        INSERT INTO rule_draft_edition (draft, edition, content, book, author, uploaded_at, files,
                            faults)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        edition.draft().value(),
                        edition.edition(),
                        edition.content(),
                        edition.book(),
                        edition.author(),
                        columns.utc(edition.uploaded()),
                        files,
                        columns.json(edition.faults()))
                .update();
        if (edition.edition() == 1) {
            database.sql("INSERT INTO rule_draft (id, edition, created_at) VALUES (?, 1, ?)")
                    .params(edition.draft().value(), columns.utc(edition.created()))
                    .update();
        } else {
            database.sql("UPDATE rule_draft SET edition = ? WHERE id = ?")
                    .params(edition.edition(), edition.draft().value())
                    .update();
        }
    }

    private DraftEdition edition(ResultSet row) throws SQLException {
        return new DraftEdition(
                new DraftId(row.getString("draft")),
                row.getInt("edition"),
                row.getString("content"),
                row.getString("book"),
                row.getString("author"),
                columns.instant(row, "created_at"),
                columns.instant(row, "uploaded_at"),
                columns.list(row, "faults", DraftFault.class));
    }
}
