package pujiang.app.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Period;

/** The access log. It is added to, read, and forgotten by age: no statement here changes or picks what goes. */
@Component
public class AccessBoard {

    private final JdbcClient database;

    AccessBoard(JdbcClient database) {
        this.database = database;
    }

    /** All in one statement. */
    public void add(List<Access> accesses) {
        if (accesses.isEmpty()) return;
        var rows = String.join(", ", Collections.nCopies(accesses.size(), "(?, ?, ?, ?, ?, ?, ?, ?)"));
        database.sql("INSERT INTO access_log (at, kind, username, participant, source, method, path, status) VALUES "
                        + rows)
                .params(accesses.stream().flatMap(AccessBoard::columns).toList())
                .update();
    }

    private static Stream<@Nullable Object> columns(Access access) {
        return Stream.of(
                utc(access.at()),
                access.kind().name(),
                access.username(),
                access.participant(),
                access.source(),
                access.method(),
                access.path(),
                access.status());
    }

    /**
     * Newest first.
     *
     * @param username null for all
     * @param kind null for every kind
     */
    public List<Access> list(
            @Nullable String username, Access.@Nullable Kind kind, Period at, Optional<Access.Place> after, int most) {
        return database.sql(
                        """
                        SELECT * FROM access_log WHERE number < :after AND (:user IS NULL OR username = :user)
                            AND (:kind IS NULL OR kind = :kind)"""
                                + at.sql("at") + " ORDER BY number DESC LIMIT :most")
                .param("after", after.map(Access.Place::number).orElse(Long.MAX_VALUE))
                .param("user", username)
                .param("kind", kind == null ? null : kind.name())
                .param("since", at.since() == null ? null : utc(at.since()))
                .param("until", at.until() == null ? null : utc(at.until()))
                .param("most", most)
                .query(AccessBoard::access)
                .list();
    }

    public int forgetBefore(Instant moment, int most) {
        return database.sql("DELETE FROM access_log WHERE at < ? ORDER BY at LIMIT ?")
                .params(utc(moment), most)
                .update();
    }

    private static Access access(ResultSet row, int number) throws SQLException {
        return new Access(
                row.getLong("number"),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Access.Kind.valueOf(row.getString("kind")),
                row.getString("username"),
                row.getString("participant"),
                row.getString("source"),
                row.getString("method"),
                row.getString("path"),
                row.getInt("status"));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
