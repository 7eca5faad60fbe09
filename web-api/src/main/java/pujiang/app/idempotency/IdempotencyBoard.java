package pujiang.app.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.digest.Sha256;

/** The answers given, by caller and key. */
@Component
class IdempotencyBoard {

    /** @param fingerprint of the request that was answered */
    record Row(String fingerprint, StoredAnswer answer) {}

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient database;

    IdempotencyBoard(JdbcClient database) {
        this.database = database;
    }

    /** Fails with a duplicate key if the claim has been answered. */
    void insert(Claim claim, StoredAnswer storedAnswer, Instant at) {
        database.sql(
                        """
                        INSERT INTO idempotency (caller, key_hash, fingerprint, status, headers, body, answered_at,
                            operation, seal)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        claim.caller(),
                        HEX.parseHex(claim.key()),
                        HEX.parseHex(claim.fingerprint()),
                        storedAnswer.status(),
                        storedAnswer.headers(),
                        storedAnswer.body(),
                        utc(at),
                        claim.operation(),
                        seal(claim, storedAnswer))
                .update();
    }

    /** Over all of a row, in the form that V72 describes: what belongs together is found to do so, or not. */
    private static byte[] seal(Claim claim, StoredAnswer storedAnswer) {
        var operation = claim.operation().getBytes(UTF_8);
        var headers = storedAnswer.headers().getBytes(UTF_8);
        var lines = String.join(
                "\n",
                claim.caller(),
                claim.key(),
                claim.fingerprint(),
                Integer.toString(storedAnswer.status()),
                operation.length + " " + headers.length + " " + storedAnswer.body().length,
                "");
        return new Sha256()
                .add(lines)
                .add(operation)
                .add(headers)
                .add(storedAnswer.body())
                .bytes();
    }

    Optional<Row> find(Claim claim) {
        return database.sql(
                        "SELECT fingerprint, status, headers, body FROM idempotency WHERE caller = ? AND key_hash = ?")
                .params(claim.caller(), HEX.parseHex(claim.key()))
                .query((row, _) -> new Row(
                        HEX.formatHex(row.getBytes("fingerprint")),
                        new StoredAnswer(row.getInt("status"), row.getString("headers"), row.getBytes("body"))))
                .optional();
    }

    int deleteBefore(Instant moment, int most) {
        return database.sql("DELETE FROM idempotency WHERE answered_at < ? ORDER BY answered_at LIMIT ?")
                .params(utc(moment), most)
                .update();
    }

    /** The column has no zone. It holds UTC, whatever the zone of the session. */
    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
