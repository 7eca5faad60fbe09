package pujiang.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys that a caller has used before, for something else: whatever is asked for under one fails at the very end. */
record UsedKeys(JdbcTemplate database) {

    private static final String ANOTHER = "another request";

    String of(String token) throws Exception {
        var key = Clash.name("used");
        database.update(
                """
                insert into idempotency (caller, key_hash, fingerprint, status, headers, body, answered_at)
                select username, ?, ?, 200, '', '', now(6) from access_token where token_hash = ?""",
                sha256(key),
                sha256(ANOTHER),
                sha256(token));
        return key;
    }

    /** What stands for no answer is no longer there to be checked. */
    static void forget(JdbcTemplate database) throws Exception {
        database.update("delete from idempotency where fingerprint = ?", sha256(ANOTHER));
    }

    private static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    }
}
