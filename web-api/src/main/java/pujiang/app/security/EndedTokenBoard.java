package pujiang.app.security;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens that are no longer valid. */
@Component
public class EndedTokenBoard {

    private final JdbcClient database;

    EndedTokenBoard(JdbcClient database) {
        this.database = database;
    }

    /** Forgets tokens that had expired, or were revoked, by then. */
    public int forgetEndedBefore(Instant moment, int most) {
        var then = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        return forget("expires_at", then, most) + forget("revoked_at", then, most);
    }

    private int forget(String column, LocalDateTime then, int most) {
        return database.sql("DELETE FROM access_token WHERE " + column + " < ? ORDER BY " + column + " LIMIT ?")
                .params(then, most)
                .update();
    }
}
