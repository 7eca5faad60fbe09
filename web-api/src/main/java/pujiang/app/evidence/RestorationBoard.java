package pujiang.app.evidence;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;
import pujiang.trade.Attestation;

/** The operator's statements on restored logs, and checkpoints that contradict the log, open to all readers. */
@Component
public class RestorationBoard {

    private final JdbcClient database;
    private final Columns columns;

    RestorationBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    void insert(Attestation statement, Instant at) {
        database.sql(
                        """
                        INSERT INTO log_restoration (statement, digest, signing_key, sm2, ed25519, at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        statement.statement(),
                        statement.digest(),
                        statement.key(),
                        statement.sm2(),
                        statement.ed25519(),
                        columns.utc(at))
                .update();
    }

    /** The first first. */
    public List<Attestation> all() {
        return database.sql("SELECT * FROM log_restoration ORDER BY number")
                .query((row, _) -> new Attestation(
                        row.getString("statement"),
                        row.getString("digest"),
                        row.getString("signing_key"),
                        row.getString("sm2"),
                        row.getString("ed25519")))
                .list();
    }

    /** Stores a checkpoint signed by the exchange that does not belong to its log; a repetition is stored once. */
    public void fork(String digest, String note, long size, Instant at) {
        database.sql(
                        """
                        INSERT INTO log_fork (digest, note, own_size, seen_at) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE digest = digest""")
                .params(digest, note, size, columns.utc(at))
                .update();
    }

    long forks() {
        return database.sql("SELECT COUNT(*) FROM log_fork").query(Long.class).single();
    }
}
