package pujiang.app.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.delivery.DeliveryRefusal.ContentUnknown;
import pujiang.app.job.RetryBoard;
import pujiang.app.request.RequestRefusal.OtherContent;
import pujiang.delivery.Content;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;

/**
 * Uploads by owner. A participant learns nothing of the files of others: it must send the bytes, even if they are
 * stored already.
 */
@Component
public class ContentBoard {

    private final JdbcClient database;

    ContentBoard(JdbcClient database) {
        this.database = database;
    }

    /** A participant that may trade may send files; one that no longer may, only while it owes a delivery. */
    boolean mayUpload(ParticipantId owner) {
        return database.sql(
                        """
                        SELECT p.state = 'active' OR p.state = 'suspended' AND (
                            EXISTS (SELECT 1 FROM trade_board t WHERE t.vendor = p.id AND (t.state = 'agreed'
                                OR t.review_queue IS NOT NULL AND t.asked_of_vendor > 0))
                            OR EXISTS (SELECT 1 FROM trade_board t WHERE t.buyer = p.id
                                AND t.review_queue IS NOT NULL AND t.asked_of_buyer > 0)
                            OR EXISTS (SELECT 1 FROM obligation_board o WHERE o.bearer = p.id
                                AND o.kind IN ('BEFORE_DELIVERY', 'DELETION', 'YEARLY')
                                AND o.state IN ('open', 'breached'))) AS may
                        FROM participant_board p WHERE p.id = ?""")
                .param(owner.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** From here to the end of the transaction, the uploads of the participant are recorded one by one. */
    void holdStill(ParticipantId owner) {
        database.sql("SELECT id FROM participant_board WHERE id = ? FOR UPDATE")
                .param(owner.value())
                .query(String.class)
                .list();
    }

    /** Bytes that the participant has stored here, without those of one file. */
    long held(ParticipantId owner, String without) {
        return database.sql("SELECT COALESCE(SUM(size), 0) FROM content_board WHERE owner = ? AND sha256 <> ?")
                .params(owner.value(), without)
                .query(Long.class)
                .single();
    }

    /** Whether it is new to this owner. A file sent again is kept as long as if first sent now. */
    boolean add(ParticipantId owner, Content content, Instant now) {
        try {
            insert(owner, content, now);
            return true;
        } catch (DuplicateKeyException _) {
            var earlier = find(owner, content.sha256()).orElseThrow();
            if (!earlier.equals(content)) throw new Refused(new OtherContent(content.sha256()));
            database.sql("UPDATE content_board SET uploaded_at = ? WHERE owner = ? AND sha256 = ?")
                    .params(utc(now), owner.value(), content.sha256())
                    .update();
            return false;
        }
    }

    private void insert(ParticipantId owner, Content content, Instant now) {
        database.sql(
                        """
                        INSERT INTO content_board (sha256, owner, sm3, size, media_type, uploaded_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(content.sha256(), owner.value(), content.sm3(), content.size(), content.mediaType(), utc(now))
                .update();
    }

    /**
     * The upload of a participant, for a reference to it: from then on it is not removed. Call in the transaction of
     * the reference.
     *
     * @throws Refused if it is not there, or no longer
     */
    public Content use(ParticipantId owner, String sha256) {
        var content = find(owner, sha256).orElseThrow(() -> new Refused(new ContentUnknown(sha256)));
        // Most uploads are referred to once, and a second reference writes no row.
        int there = database.sql("UPDATE content_board SET used = TRUE WHERE owner = ? AND sha256 = ? AND NOT used")
                .params(owner.value(), sha256)
                .update();
        if (there == 0 && !isUsed(owner, sha256)) throw new Refused(new ContentUnknown(sha256));
        return content;
    }

    private boolean isUsed(ParticipantId owner, String sha256) {
        return database.sql("SELECT used FROM content_board WHERE owner = ? AND sha256 = ?")
                .params(owner.value(), sha256)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** An unused file and its owner. */
    record Unused(String sha256, ParticipantId owner) {

        String item() {
            return sha256 + " " + owner;
        }
    }

    /** Files sent before that time, without those that could not be removed a moment ago. */
    List<Unused> unusedSince(Instant before, Instant now, String job, int most) {
        return database.sql("SELECT c.sha256, c.owner FROM content_board c WHERE NOT c.used AND c.uploaded_at < :before"
                        + " AND "
                        + RetryBoard.none("concat(c.sha256, ' ', c.owner)")
                        + " ORDER BY c.uploaded_at LIMIT :most")
                .param("before", utc(before))
                .param("now", utc(now))
                .param("job", job)
                .param("most", most)
                .query((row, _) -> new Unused(row.getString("sha256"), new ParticipantId(row.getString("owner"))))
                .list();
    }

    /** Whether it was still unused. */
    boolean forget(Unused unused, Instant before) {
        return database.sql(
                                """
                                DELETE FROM content_board
                                WHERE sha256 = ? AND owner = ? AND NOT used AND uploaded_at < ?""")
                        .params(unused.sha256(), unused.owner().value(), utc(before))
                        .update()
                == 1;
    }

    /** Whether any participant has uploaded it. */
    boolean isNamed(String sha256) {
        return database.sql("SELECT COUNT(*) FROM content_board WHERE sha256 = ?")
                        .param(sha256)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Those of them that a participant has uploaded. */
    Set<String> named(List<String> sha256) {
        return Set.copyOf(database.sql("SELECT DISTINCT sha256 FROM content_board WHERE sha256 IN (:all)")
                .param("all", sha256)
                .query(String.class)
                .list());
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    public Optional<Content> find(ParticipantId owner, String sha256) {
        return database.sql("SELECT sha256, sm3, size, media_type FROM content_board WHERE sha256 = ? AND owner = ?")
                .params(sha256, owner.value())
                .query(ContentBoard::content)
                .optional();
    }

    /** The newest first. */
    public List<Content> of(ParticipantId owner, int most) {
        return database.sql(
                        """
                        SELECT sha256, sm3, size, media_type FROM content_board WHERE owner = ?
                        ORDER BY uploaded_at DESC, sha256 LIMIT ?""")
                .params(owner.value(), most)
                .query(ContentBoard::content)
                .list();
    }

    /** A file and when it was sent, by which the list is ordered. */
    public record Uploaded(Content content, Instant at) {

        public List<String> place() {
            return List.of(at.toString(), content.sha256());
        }
    }

    /**
     * The newest first.
     *
     * @param after place of the one before them, or null from the start
     */
    public List<Uploaded> of(ParticipantId owner, @Nullable List<String> after, int most) {
        var further = after == null ? "" : " AND (uploaded_at < :at OR uploaded_at = :at AND sha256 > :sha256)";
        return database.sql("SELECT * FROM content_board WHERE owner = :owner" + further
                        + " ORDER BY uploaded_at DESC, sha256 LIMIT :most")
                .param("owner", owner.value())
                .param("at", after == null ? null : utc(Instant.parse(after.getFirst())))
                .param("sha256", after == null ? null : after.getLast())
                .param("most", most)
                .query((row, number) -> new Uploaded(
                        content(row, number),
                        row.getObject("uploaded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }

    private static Content content(ResultSet row, int number) throws SQLException {
        return new Content(
                row.getString("sha256"), row.getString("sm3"), row.getLong("size"), row.getString("media_type"));
    }
}
