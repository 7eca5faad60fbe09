package pujiang.app.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** A date or an instant is an ISO 8601 text; the reader's own habit of taking arrays and day counts is refused. */
final class IsoText<T extends Temporal> extends StdDeserializer<T> {

    private final Class<T> type;
    private final transient Function<String, T> parse;

    private IsoText(Class<T> type, Function<String, T> parse) {
        super(type);
        this.type = type;
        this.parse = parse;
    }

    static void register(SimpleModule module) {
        module.addDeserializer(LocalDate.class, new IsoText<>(LocalDate.class, LocalDate::parse));
        module.addDeserializer(Instant.class, new IsoText<>(Instant.class, Instant::parse));
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return type.cast(context.handleUnexpectedToken(getValueType(context), json));
        }
        var text = json.getString();
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw context.weirdStringException(text, type, "not ISO 8601").withCause(e);
        }
    }
}
