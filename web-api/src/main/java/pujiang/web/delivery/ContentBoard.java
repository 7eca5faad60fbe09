package pujiang.web.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.trade.Content;
import pujiang.web.request.RequestRefusal.OtherContent;

/** Who has uploaded what. Nobody is told what others have: the bytes must be sent, even where they are kept already. */
@Component
public class ContentBoard {

    private final JdbcClient database;

    ContentBoard(JdbcClient database) {
        this.database = database;
    }

    /** Whether it is new to this owner. */
    boolean add(ParticipantId owner, Content content, Instant now) {
        try {
            insert(owner, content, now);
            return true;
        } catch (DuplicateKeyException _) {
            var earlier = find(owner, content.sha256()).orElseThrow();
            if (earlier.equals(content)) return false;
            throw new Refused(new OtherContent(content.sha256()));
        }
    }

    private void insert(ParticipantId owner, Content content, Instant now) {
        database.sql(
                        """
                        insert into content_board (sha256, owner, sm3, size, media_type, uploaded_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        content.sha256(),
                        owner.value(),
                        content.sm3(),
                        content.size(),
                        content.mediaType(),
                        LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    public Optional<Content> find(ParticipantId owner, String sha256) {
        return database.sql("select sha256, sm3, size, media_type from content_board where sha256 = ? and owner = ?")
                .params(sha256, owner.value())
                .query(ContentBoard::content)
                .optional();
    }

    /** The newest first. */
    public List<Content> of(ParticipantId owner, int most) {
        return database.sql(
                        """
                        select sha256, sm3, size, media_type from content_board where owner = ?
                        order by uploaded_at desc, sha256 limit ?""")
                .params(owner.value(), most)
                .query(ContentBoard::content)
                .list();
    }

    private static Content content(ResultSet row, int number) throws SQLException {
        return new Content(
                row.getString("sha256"), row.getString("sm3"), row.getLong("size"), row.getString("media_type"));
    }
}
