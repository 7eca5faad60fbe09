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

/** Drafts in all their editions. Not events: what nobody brought into force has no part in the market's history. */
@Component
class RuleDraftBoard {

    private static final String NEWEST =
            """
            select e.draft, e.edition, e.content, e.book, e.author, e.uploaded_at, e.faults, d.created_at
            from rule_draft d join rule_draft_edition e on e.draft = d.id and e.edition = d.edition
            """;

    private final JdbcClient database;
    private final Columns columns;

    RuleDraftBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    Optional<DraftEdition> find(DraftId draft) {
        return database.sql(NEWEST + "where d.id = ?")
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
                after.isPresent() ? "where d.created_at < :created or d.created_at = :created and d.id < :draft\n" : "";
        return database.sql(NEWEST + where + "order by d.created_at desc, d.id desc limit :most")
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
                        join (select draft, edition, max(id) as report from rule_replay
                            where state = 'done' and before_it = :inForce group by draft, edition) r
                            on r.draft = d.id and r.edition = d.edition
                        where e.book <> :inForce and not exists (
                            select 1 from rule_draft_edition w where w.draft = d.id and w.author = :reader)
                        order by r.report desc limit :most""")
                .param("inForce", inForce)
                .param("reader", reader)
                .param("most", most)
                .query((row, _) -> edition(row))
                .list();
    }

    /** Of all editions. */
    List<String> authors(DraftId draft) {
        return database.sql("select distinct author from rule_draft_edition where draft = ? order by author")
                .param(draft.value())
                .query((row, _) -> row.getString("author"))
                .list();
    }

    SortedMap<String, String> texts(DraftEdition edition) {
        var files = database.sql("select files from rule_draft_edition where draft = ? and edition = ?")
                .params(edition.draft().value(), edition.edition())
                .query((row, _) -> row.getBytes("files"))
                .single();
        return DraftArchive.read(new ByteArrayInputStream(files));
    }

    /** In a transaction; of two that come at once, the second fails at the key. */
    void add(DraftEdition edition, byte[] files) {
        database.sql(
                        """
                        insert into rule_draft_edition (draft, edition, content, book, author, uploaded_at, files,
                            faults)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
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
            database.sql("insert into rule_draft (id, edition, created_at) values (?, 1, ?)")
                    .params(edition.draft().value(), columns.utc(edition.created()))
                    .update();
        } else {
            database.sql("update rule_draft set edition = ? where id = ?")
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
