package pujiang.app.fsck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads a database. How long a statement may take is the connection's to say. */
public class Rows {

    /** Rows at a time: enough to be quick, few enough to be held. */
    private static final int PAGE = 500;

    private final Connection database;

    Rows(Connection database) {
        this.database = database;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Looks at a row and says after which the next page begins: the values for the statement's marks. */
    @FunctionalInterface
    public interface Step {
        List<Object> after(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, Row<T> read, @Nullable Object... values) throws SQLException {
        var found = new ArrayList<T>();
        try (var statement = prepared(sql, values);
                var rows = statement.executeQuery()) {
            while (rows.next()) found.add(read.read(rows));
        }
        return found;
    }

    public <T> Optional<T> first(String sql, Row<T> read, @Nullable Object... values) throws SQLException {
        return list(sql, read, values).stream().findFirst();
    }

    public boolean exists(String sql, @Nullable Object... values) throws SQLException {
        return first(sql, _ -> true, values).isPresent();
    }

    public long number(String sql, @Nullable Object... values) throws SQLException {
        return first(sql, row -> row.getBigDecimal(1).longValueExact(), values).orElse(0L);
    }

    /**
     * Every row of a statement in pages, in the order of a key that it binds by its marks.
     *
     * @param start the values before the first row
     */
    public void walk(String sql, List<Object> start, Step step) throws SQLException {
        walkWhile(() -> true, sql, start, step);
    }

    /** As the other, until the condition is false: it is called before each row. */
    void walkWhile(BooleanSupplier wished, String sql, List<Object> start, Step step) throws SQLException {
        var after = start;
        int read;
        do {
            read = 0;
            try (var statement = prepared(sql + " LIMIT " + PAGE, after.toArray());
                    var rows = statement.executeQuery()) {
                for (; wished.getAsBoolean() && rows.next(); read++) after = step.after(rows);
            }
        } while (read == PAGE);
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        var statement = database.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        return statement;
    }
}
