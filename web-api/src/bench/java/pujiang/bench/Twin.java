package pujiang.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import pujiang.digest.Sha256;

/**
 * A row of a finished trade, to be written again and again into an empty table of the same shape: the same bytes, but for
 * what names it.
 */
record Twin(String table, List<String> columns, List<@Nullable Object> values, String trade) {

    static final String PREFIX = "limit_";

    /** How the name of an obligation begins, which is a digest of what it is about. */
    private static final String OBLIGATION = "o-";

    /** Numbers that the server gives by itself. */
    private static final List<String> GIVEN = List.of("global_index", "predecessor", "position");

    /** The rows of the original's table that the condition finds. */
    static List<Twin> of(Connection database, String trade, String table, String condition, Object value)
            throws SQLException {
        var sql = "SELECT * FROM " + table + " WHERE " + condition;
        try (var statement = database.prepareStatement(sql)) {
            statement.setObject(1, value);
            var twins = new ArrayList<Twin>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) twins.add(twin(rows, table, trade));
            }
            if (twins.isEmpty()) throw new IllegalStateException("no row: " + sql + " " + value);
            return twins;
        }
    }

    private static Twin twin(ResultSet row, String table, String trade) throws SQLException {
        var columns = new ArrayList<String>();
        var values = new ArrayList<@Nullable Object>();
        var about = row.getMetaData();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            if (GIVEN.contains(about.getColumnName(i))) continue;
            columns.add(about.getColumnName(i));
            values.add(row.getObject(i));
        }
        return new Twin(table, columns, values, trade);
    }

    /** One statement for several rows of a table, as the ledger writes its transfers. */
    static void insert(Connection connection, List<Twin> rows, String name) throws SQLException {
        var first = rows.getFirst();
        var places = "(" + String.join(", ", Collections.nCopies(first.columns.size(), "?")) + ")";
        var sql = "INSERT INTO %s%s (%s) VALUES %s"
                .formatted(
                        PREFIX,
                        first.table,
                        String.join(", ", first.columns),
                        String.join(", ", Collections.nCopies(rows.size(), places)));
        try (var statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (var row : rows) place = row.bind(statement, place, row.columns, name);
            statement.executeUpdate();
        }
    }

    /** Sets some of its columns in the row that an id finds. */
    void update(Connection connection, String key, List<String> changed, String name) throws SQLException {
        var sql = "UPDATE %s%s SET %s = ? WHERE %s = ?".formatted(PREFIX, table, String.join(" = ?, ", changed), key);
        try (var statement = connection.prepareStatement(sql)) {
            int place = bind(statement, 1, changed, name);
            statement.setObject(place, named(key, name));
            if (statement.executeUpdate() != 1) throw new SQLException("no row to update: " + sql);
        }
    }

    /** The same row with some of its columns empty. */
    Twin without(String... empty) {
        var changed = new ArrayList<@Nullable Object>(values);
        for (var column : empty) changed.set(columns.indexOf(column), null);
        return new Twin(table, columns, changed, trade);
    }

    private int bind(PreparedStatement statement, int first, List<String> some, String name) throws SQLException {
        int place = first;
        for (var column : some) statement.setObject(place++, named(column, name));
        return place;
    }

    private @Nullable Object named(String column, String name) {
        var value = values.get(columns.indexOf(column));
        return switch (column) {
            case "event_identifier", "event" -> UUID.randomUUID().toString();
            case "key_hash", "fingerprint", "leaf" -> random(32);
            case "token_hash" -> Arrays.copyOf(Fair.digest(name), 32);
            case "digest" -> HexFormat.of().formatHex(random(32));
            case "id", "aggregate_identifier" ->
                value instanceof String text && text.startsWith(OBLIGATION)
                        ? OBLIGATION + unique(text.substring(OBLIGATION.length()), name)
                        : renamed(value, name);
            case "certificate" -> value == null ? null : unique((String) value, name);
            default -> renamed(value, name);
        };
    }

    private @Nullable Object renamed(@Nullable Object value, String name) {
        return value instanceof String text ? text.replace(trade, name) : value;
    }

    /** As long as the original. */
    private static String unique(String original, String name) {
        var hex = new Sha256().add(name).hex();
        return hex.substring(0, Math.min(hex.length(), original.length()));
    }

    private static byte[] random(int bytes) {
        var fresh = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(fresh);
        return fresh;
    }
}
