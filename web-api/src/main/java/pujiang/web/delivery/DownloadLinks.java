package pujiang.web.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.participant.ParticipantId;
import pujiang.trade.TradeId;
import pujiang.web.board.Columns;

/** The links by which buyers fetch what was delivered. Only a token's hash is kept: 256 random bits need no slow one. */
@Component
class DownloadLinks {

    private final JdbcClient database;
    private final Columns columns;

    DownloadLinks(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    /**
     * @param id names the link in the trade's history, and opens nothing
     * @param served how many bytes from the beginning, without a gap
     */
    record Link(
            String id,
            TradeId trade,
            ParticipantId buyer,
            Instant expires,
            @Nullable Instant used,
            long served,
            @Nullable Instant spent) {}

    void insert(String token, Link link) {
        database.sql("""
                        INSERT INTO download_link (token_hash, id, trade, buyer, expires_at, served)
                        VALUES (?, ?, ?, ?, ?, 0)""")
                .params(
                        hash(token),
                        link.id(),
                        link.trade().value(),
                        link.buyer().value(),
                        columns.utc(link.expires()))
                .update();
    }

    Optional<Link> find(String token) {
        return database.sql("SELECT * FROM download_link WHERE token_hash = ?")
                .param(hash(token))
                .query((row, _) -> link(row))
                .optional();
    }

    /** Whether this is the first use, of which there is one. */
    boolean use(String token, Instant now, Instant until) {
        return database.sql("""
                        UPDATE download_link SET used_at = ?, expires_at = ?
                        WHERE token_hash = ? AND used_at IS NULL""")
                        .params(columns.utc(now), columns.utc(until), hash(token))
                        .update()
                == 1;
    }

    /** Counts what was served if it continues what was served before; the whole of it spends the link. */
    void served(String token, long from, long to, long size, Instant now) {
        database.sql("""
                        UPDATE download_link SET served = GREATEST(served, :to),
                            spent_at = IF(GREATEST(served, :to) >= :size, :now, NULL)
                        WHERE token_hash = :token AND served >= :from AND spent_at IS NULL""")
                .param("to", to)
                .param("size", size)
                .param("now", columns.utc(now))
                .param("token", hash(token))
                .param("from", from)
                .update();
    }

    /** Forgets links long after nobody can use them. */
    int deleteBefore(Instant moment, int most) {
        return database.sql("DELETE FROM download_link WHERE expires_at < ? ORDER BY expires_at LIMIT ?")
                .params(columns.utc(moment), most)
                .update();
    }

    private Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getString("id"),
                new TradeId(row.getString("trade")),
                new ParticipantId(row.getString("buyer")),
                columns.instant(row, "expires_at"),
                columns.instantOrNull(row, "used_at"),
                row.getLong("served"),
                columns.instantOrNull(row, "spent_at"));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }
}
