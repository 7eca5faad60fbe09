package pujiang.host.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.start.StartFailure;

/**
 * Gaps in what earlier releases have stored, looked for before V40 makes the database refuse them: MySQL cannot take back
 * half a migration, and its own error would name no stream.
 */
final class EventGaps {

    private static final MigrationVersion WALL = MigrationVersion.fromVersion("40");
    private static final int MOST_NAMED = 20;

    private static final String SQL =
            """
            SELECT e.type, e.aggregate_identifier, MIN(e.sequence_number) - 1 AS missing
            FROM domain_event_entry e LEFT JOIN domain_event_entry p
                ON p.aggregate_identifier = e.aggregate_identifier AND p.type = e.type
                AND p.sequence_number = e.sequence_number - 1
            WHERE e.sequence_number <> 0 AND p.global_index IS NULL
            GROUP BY e.type, e.aggregate_identifier ORDER BY e.type, e.aggregate_identifier LIMIT ?""";

    private EventGaps() {}

    /** Refuses a start, or puts the wall up around the gaps, where the operator wants to keep them. */
    static Flyway checked(Flyway flyway, boolean keep) {
        var info = flyway.info();
        var isNew = info.current() == null;
        var isDue = Arrays.stream(info.pending()).anyMatch(each -> WALL.equals(each.getVersion()));
        if (isNew || !isDue) return flyway;
        var found = found(flyway);
        if (found.isEmpty()) return flyway;
        if (!keep) throw refusal(found);
        around(flyway);
        return flyway;
    }

    /** As far as the wall, on connections that nobody uses afterwards: what was switched off stays off on them. */
    private static void around(Flyway flyway) {
        Flyway.configure(flyway.getConfiguration().getClassLoader())
                .configuration(flyway.getConfiguration())
                .initSql("SET foreign_key_checks = 0")
                .target(WALL)
                .load()
                .migrate();
        if (flyway.getConfiguration().getDataSource() instanceof HikariDataSource pool) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    private static List<String> found(Flyway flyway) {
        return JdbcClient.create(flyway.getConfiguration().getDataSource())
                .sql(SQL)
                .param(MOST_NAMED + 1)
                .query((row, _) -> "%s %s (event %d)".formatted(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private static StartFailure refusal(List<String> found) {
        var named = String.join(", ", found.subList(0, Math.min(found.size(), MOST_NAMED)))
                + (found.size() > MOST_NAMED ? ", …" : "");
        return new StartFailure(
                ("events are missing in the database: %s; nothing was changed; restore a backup that has them, or start"
                                + " with --pujiang.database.keep-gaps=true, and nothing is decided on these any more")
                        .formatted(named),
                "数据库中缺少事件：%s；未作任何更改；请恢复含有这些事件的备份，或以 --pujiang.database.keep-gaps=true 启动，此后暂停对其的一切处理".formatted(named));
    }
}
