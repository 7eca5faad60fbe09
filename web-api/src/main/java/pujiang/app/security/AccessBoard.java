package pujiang.app.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The access log. It is added to, read, and forgotten by age: no statement here changes or picks what goes. */
@Component
public class AccessBoard {

    private final JdbcTemplate writing;
    private final JdbcClient reading;

    AccessBoard(JdbcTemplate writing, JdbcClient reading) {
        this.writing = writing;
        this.reading = reading;
    }

    public void add(List<Access> accesses) {
        writing.batchUpdate(
                """
                insert into access_log (at, kind, username, participant, source, method, path, status)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                accesses.stream()
                        .map(access -> new Object[] {
                            utc(access.at()),
                            access.kind().name(),
                            access.username(),
                            access.participant(),
                            access.source(),
                            access.method(),
                            access.path(),
                            access.status()
                        })
                        .toList());
    }

    /**
     * The newest first.
     *
     * @param username null for everybody
     * @param kind null for every kind
     */
    public List<Access> list(
            @Nullable String username, Access.@Nullable Kind kind, Optional<Access.Place> after, int most) {
        return reading.sql(
                        """
                        select * from access_log where number < :after and (:user is null or username = :user)
                            and (:kind is null or kind = :kind)
                        order by number desc limit :most""")
                .param("after", after.map(Access.Place::number).orElse(Long.MAX_VALUE))
                .param("user", username)
                .param("kind", kind == null ? null : kind.name())
                .param("most", most)
                .query(AccessBoard::access)
                .list();
    }

    public int forgetBefore(Instant moment, int most) {
        return reading.sql("delete from access_log where at < ? order by at limit ?")
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
