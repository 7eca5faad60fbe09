package pujiang.web.idempotency;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The answers given, by caller and key. */
@Component
class IdempotencyBoard {

    /** @param fingerprint of the request that was answered */
    record Row(String fingerprint, Answer answer) {}

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcTemplate database;

    IdempotencyBoard(JdbcTemplate database) {
        this.database = database;
    }

    /** Fails with a duplicate key if the claim has been answered. */
    void insert(Claim claim, Answer answer, Instant at) {
        database.update(
                """
                INSERT INTO idempotency (caller, key_hash, fingerprint, status, headers, body, answered_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                claim.caller(),
                HEX.parseHex(claim.key()),
                HEX.parseHex(claim.fingerprint()),
                answer.status(),
                answer.headers(),
                answer.body(),
                utc(at));
    }

    Optional<Row> find(Claim claim) {
        return database
                .query(
                        "SELECT fingerprint, status, headers, body FROM idempotency WHERE caller = ? AND key_hash = ?",
                        (row, _) -> new Row(
                                HEX.formatHex(row.getBytes("fingerprint")),
                                new Answer(row.getInt("status"), row.getString("headers"), row.getBytes("body"))),
                        claim.caller(),
                        HEX.parseHex(claim.key()))
                .stream()
                .findFirst();
    }

    int deleteBefore(Instant moment, int most) {
        return database.update(
                "DELETE FROM idempotency WHERE answered_at < ? ORDER BY answered_at LIMIT ?", utc(moment), most);
    }

    /** The column has no zone; UTC whatever the zone of the session. */
    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
