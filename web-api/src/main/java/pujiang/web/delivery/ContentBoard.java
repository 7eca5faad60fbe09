package pujiang.web.delivery;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.participant.ParticipantId;
import pujiang.trade.Content;
import pujiang.web.board.Columns;

/** Who has uploaded what. */
@Component
class ContentBoard {

    private final JdbcClient database;
    private final Columns columns;

    ContentBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    /** What that owner has uploaded; the same bytes of another are none of its business. */
    Optional<Content> find(String sha256, ParticipantId owner) {
        return database.sql("SELECT sm3, size, media_type FROM content_board WHERE sha256 = ? AND owner = ?")
                .params(sha256, owner.value())
                .query((row, _) -> new Content(
                        sha256, row.getString("sm3"), row.getLong("size"), row.getString("media_type")))
                .optional();
    }

    /** What is uploaded again is called what it was called last. */
    void record(Content content, ParticipantId owner, Instant at) {
        database.sql("""
                        INSERT INTO content_board (sha256, owner, sm3, size, media_type, at) VALUES (?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE media_type = VALUES(media_type)""")
                .params(
                        content.sha256(),
                        owner.value(),
                        content.sm3(),
                        content.size(),
                        content.mediaType(),
                        columns.utc(at))
                .update();
    }
}
