package pujiang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the database server counts of itself. */
record Counters(Map<String, Long> values) {

    static final List<String> STATEMENTS = List.of("Com_select", "Com_insert", "Com_update", "Com_delete");
    static final List<String> OTHERS =
            List.of("Com_commit", "Com_set_option", "Innodb_os_log_written", "Innodb_data_fsyncs");

    static Counters of(Connection database) throws SQLException {
        var values = new TreeMap<String, Long>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("SHOW GLOBAL STATUS")) {
            while (rows.next()) {
                var name = rows.getString(1);
                if (STATEMENTS.contains(name) || OTHERS.contains(name)) values.put(name, rows.getLong(2));
            }
        }
        return new Counters(values);
    }

    Counters since(Counters before) {
        return new Counters(values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue() - before.values.getOrDefault(entry.getKey(), 0L))));
    }

    double per(String name, long trades) {
        return (double) values.getOrDefault(name, 0L) / trades;
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
