package pujiang.app.rulebook;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Board;
import pujiang.app.board.Columns;
import pujiang.law.RuleBookArchive;
import pujiang.rulebook.RuleBookEvent;
import pujiang.rulebook.RuleBookEvent.RuleBookActivated;

/** Rule books by digest, never removed, and the one in force. */
@Component
public class RuleBookBoard implements Board, RuleBookArchive {

    private final JdbcClient database;
    private final Columns columns;
    private final Clock clock;

    RuleBookBoard(JdbcClient database, Columns columns, Clock clock) {
        this.database = database;
        this.columns = columns;
        this.clock = clock;
    }

    @EventHandler
    void on(RuleBookEvent event, @Timestamp Instant at) {
        switch (event) {
            case RuleBookActivated activated ->
                database.sql("INSERT INTO rule_book_in_force (digest, draft, activated_at) VALUES (?, ?, ?)")
                        .params(activated.book(), activated.draft().value(), columns.utc(at))
                        .update();
        }
    }

    /** The same book again changes nothing. */
    void keep(String digest, Map<String, String> texts) {
        if (isKept(digest)) return;
        database.sql("INSERT IGNORE INTO rule_book (digest, files, kept_at) VALUES (?, ?, ?)")
                .params(digest, DraftArchive.write(texts), columns.utc(clock.instant()))
                .update();
    }

    private boolean isKept(String digest) {
        return database.sql("SELECT COUNT(*) FROM rule_book WHERE digest = ?")
                        .param(digest)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public Optional<Activated> activated() {
        return database.sql("SELECT number, digest FROM rule_book_in_force ORDER BY number DESC LIMIT 1")
                .query((row, _) -> new Activated(row.getLong("number"), row.getString("digest")))
                .optional();
    }

    /** The activation time of the book in force; empty for the program's own. */
    public Optional<Instant> since() {
        return database.sql("SELECT activated_at FROM rule_book_in_force ORDER BY number DESC LIMIT 1")
                .query((row, _) -> columns.instant(row, "activated_at"))
                .optional();
    }

    @Override
    public Optional<Map<String, String>> texts(String digest) {
        return database.sql("SELECT files FROM rule_book WHERE digest = ?")
                .param(digest)
                .query((row, _) -> row.getBytes("files"))
                .optional()
                .map(files -> DraftArchive.read(new ByteArrayInputStream(files)));
    }
}
