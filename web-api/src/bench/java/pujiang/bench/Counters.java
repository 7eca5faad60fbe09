package pujiang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongBinaryOperator;

/** What the database server counts of itself. */
record Counters(Map<String, Long> values) {

    static final List<String> REPORTED = List.of(
            "Questions",
            "Com_select",
            "Com_insert",
            "Com_update",
            "Com_delete",
            "Com_commit",
            "Innodb_os_log_written",
            "Innodb_data_fsyncs");

    static Counters of(Connection database) throws SQLException {
        var values = new TreeMap<String, Long>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("SHOW GLOBAL STATUS")) {
            while (rows.next()) {
                if (REPORTED.contains(rows.getString(1))) values.put(rows.getString(1), rows.getLong(2));
            }
        }
        return new Counters(values);
    }

    static Counters none() {
        return new Counters(Map.of());
    }

    Counters minus(Counters before) {
        return with(before, (now, then) -> now - then);
    }

    Counters plus(Counters other) {
        return with(other, Long::sum);
    }

    double per(String name, long trades) {
        return (double) of(name) / trades;
    }

    private long of(String name) {
        return values.getOrDefault(name, 0L);
    }

    private Counters with(Counters other, LongBinaryOperator operator) {
        var result = new TreeMap<String, Long>();
        for (var name : REPORTED) result.put(name, operator.applyAsLong(of(name), other.of(name)));
        return new Counters(result);
    }

    /** Whether a commit that is answered survives a power cut: asked of the server, not read from a file. */
    static String durability(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "SELECT @@innodb_flush_log_at_trx_commit, @@innodb_flush_method, @@log_bin, @@version")) {
            rows.next();
            if (rows.getInt(1) != 1) throw new IllegalStateException("commits are not durable: " + rows.getString(1));
            return "innodb_flush_log_at_trx_commit=%s, innodb_flush_method=%s, log_bin=%s, MariaDB %s"
                    .formatted(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
        }
    }
}
