package pujiang.app.rulebook;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.start.StartClaim;
import pujiang.app.start.StartFailure;
import pujiang.law.Draft;
import pujiang.refusal.Refused;

/**
 * Every book that was ever in force is read before the schema is changed: where this release no longer has the words of the
 * one that is, the release before can still be started. See docs/decisions/0079.
 */
@Component
final class RuleBookArchiveClaim implements StartClaim {

    private static final Logger LOG = LoggerFactory.getLogger(RuleBookArchiveClaim.class);

    private static final int MOST_NAMED = 10;

    private final boolean startBehind;

    /** @param startBehind whether the operator prefers an exchange that makes no decisions to none */
    RuleBookArchiveClaim(@Value("${pujiang.law.start-behind:false}") boolean startBehind) {
        this.startBehind = startBehind;
    }

    @Override
    public void check(DataSource database) {
        if (!isBegun(database)) return;
        var sql = JdbcClient.create(database);
        var books = everInForce(sql);
        for (int i = 0; i < books.size(); i++) {
            var book = books.get(i);
            var inForce = i == 0;
            unreadable(sql, book).ifPresent(why -> tell(book, why, inForce));
        }
    }

    /** The newest first: it is the one in force. */
    private static List<String> everInForce(JdbcClient sql) {
        return sql.sql("SELECT digest FROM rule_book_in_force GROUP BY digest ORDER BY MAX(number) DESC")
                .query((row, _) -> row.getString("digest"))
                .list();
    }

    private void tell(String book, String why, boolean inForce) {
        if (inForce && !startBehind) throw refusal(book, why);
        LOG.warn("Rule book {} cannot be read by this release; its decisions cannot be explained: {}", book, why);
    }

    private static StartFailure refusal(String book, String why) {
        return new StartFailure(
                ("the rule book in force, %s, cannot be read by this release: %s; nothing was changed; start the"
                    + " release that judged by it and bring a book into force without these, or start with"
                    + " --pujiang.law.start-behind=true, and nothing is decided until another book is in force")
                        .formatted(book, why),
                ("本版本无法读取现行规则库 %s：%s；未作任何更改；请用原版本启动并启用不含这些内容的规则库，"
                                + "或以 --pujiang.law.start-behind=true 启动，在启用其他规则库之前不作判定")
                        .formatted(book, why));
    }

    /** By file and line, if anything is. */
    private static Optional<String> unreadable(JdbcClient sql, String book) {
        var files = sql.sql("SELECT files FROM rule_book WHERE digest = ?")
                .param(book)
                .query((row, _) -> row.getBytes("files"))
                .optional();
        if (files.isEmpty()) return Optional.of("nobody has kept it");
        try {
            var faults = Draft.kept(DraftArchive.read(new ByteArrayInputStream(files.get())))
                    .faults();
            if (faults.isEmpty()) return Optional.empty();
            return Optional.of(faults.stream()
                    .limit(MOST_NAMED)
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "", faults.size() > MOST_NAMED ? ", …" : "")));
        } catch (Refused refused) {
            return Optional.of(refused.refusal().code());
        }
    }

    private static boolean isBegun(DataSource database) {
        try (Connection connection = database.getConnection();
                var tables =
                        connection.getMetaData().getTables(connection.getCatalog(), null, "rule_book_in_force", null)) {
            return tables.next();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the database cannot be asked for its rule books", e);
        }
    }
}
