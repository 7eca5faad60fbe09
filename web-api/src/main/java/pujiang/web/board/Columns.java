package pujiang.web.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the columns that SQL has no type of its own for: instants, which are UTC, and JSON. */
@Component
public final class Columns {

    /** A trade is read a dozen times in its short life, its parties and their products all day. */
    private static final int REMEMBERED = 1 << 10;

    private final JsonMapper json;
    /** What was read last from a text of this hash. The values are immutable, so all readers may share one. */
    private final AtomicReferenceArray<@Nullable Reading> readings = new AtomicReferenceArray<>(REMEMBERED);

    Columns(JsonMapper json) {
        this.json = json;
    }

    /** The column has no zone; it holds UTC whatever the zone of the session. */
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

    public String json(Object value) {
        return json.writeValueAsString(value);
    }

    public <T> T value(ResultSet row, String column, Class<T> type) throws SQLException {
        return type.cast(reading(row.getString(column), type).value());
    }

    private Reading reading(String text, Class<?> type) {
        int slot = text.hashCode() & REMEMBERED - 1;
        var known = readings.get(slot);
        if (known != null && known.type == type && known.text.equals(text)) return known;
        var fresh = new Reading(text, type, json.readValue(text, type));
        readings.set(slot, fresh);
        return fresh;
    }

    private record Reading(String text, Class<?> type, Object value) {}
}
