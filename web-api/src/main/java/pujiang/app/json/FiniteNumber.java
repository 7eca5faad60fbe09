package pujiang.app.json;

import pujiang.refusal.Invalid;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A floating-point number that fits: {@code 1e400} is refused rather than read as infinity. */
final class FiniteNumber extends StdDeserializer<Double> {

    FiniteNumber() {
        super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_FLOAT && json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            return (Double) context.handleUnexpectedToken(getValueType(context), json);
        }
        var number = json.getDoubleValue();
        if (!Double.isFinite(number)) throw Invalid.at("", "number.out-of-range", "must fit the field");
        return number;
    }
}
