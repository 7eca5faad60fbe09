package pujiang.app.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.json.ParsedTexts;
import tools.jackson.databind.ext.javatime.ser.InstantSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes and reads the columns that SQL has no type of its own for: instants, which are UTC, and JSON. */
@Component
public final class Columns {

    private final JsonMapper json;
    private final ParsedTexts parsed = new ParsedTexts();

    /** A board keeps an instant as exactly as the event that it comes from; answers show it to the microsecond. */
    Columns(JsonMapper json) {
        this.json = json.rebuild()
                .addModule(new SimpleModule("exact-instants").addSerializer(Instant.class, InstantSerializer.INSTANCE))
                .build();
    }

    /** Columns of one table in a query over several, each under a name with the table's alias: {@code v.id AS v_id}. */
    public static String of(String alias, List<String> names) {
        return names.stream()
                .map(name -> alias + "." + name + " AS " + alias + "_" + name)
                .collect(Collectors.joining(", "));
    }

    /** The column has no zone. It holds UTC, whatever the zone of the session. */
    public LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    public Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    public @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    /** @param value what {@link #value} reads again, and immutable */
    public String json(Object value) {
        var text = json.writeValueAsString(value);
        parsed.written(text, value);
        return text;
    }

    /** Empty where the column is. */
    public <T> List<T> list(ResultSet row, String column, Class<T> of) throws SQLException {
        var text = row.getString(column);
        if (text == null) return List.of();
        List<?> read = parsed.of(
                text, List.class, () -> List.copyOf(json.readerForListOf(of).<List<T>>readValue(text)));
        return read.stream().map(of::cast).toList();
    }

    public <T> T value(ResultSet row, String column, Class<T> type) throws SQLException {
        var text = row.getString(column);
        return parsed.of(text, type, () -> json.readValue(text, type));
    }
}
