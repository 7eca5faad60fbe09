package pujiang.app.json;

import pujiang.refusal.Invalid;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A text is a JSON string of whole characters: half a surrogate pair cannot be stored, NUL ends texts elsewhere. */
final class StrictText extends StdDeserializer<String> {

    StrictText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return (String) context.handleUnexpectedToken(getValueType(context), json);
        }
        var text = json.getString();
        if (text.indexOf('\0') >= 0) {
            throw Invalid.at("", "text.control-character", "must not contain the character NUL");
        }
        if (text.codePoints().anyMatch(StrictText::halfPair)) {
            throw Invalid.at("", "text.not-unicode", "must not contain half a surrogate pair");
        }
        return text;
    }

    private static boolean halfPair(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
