package pujiang.evidence;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form of RFC 8785 (JCS): members in the order of their names by UTF-16 code units, no white space, the
 * shortest escapes. Numbers are integers within 2^53, whose form in RFC 8785 is their digits; amounts and rates are
 * strings.
 */
final class CanonicalJson {

    private static final long LARGEST_EXACT = 1L << 53;

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /** Writes maps with string keys, lists, strings, integers and booleans. */
    static String of(Map<String, ?> object) {
        var writer = new CanonicalJson();
        writer.object(object);
        return writer.text.toString();
    }

    private void value(Object value) {
        switch (value) {
            case String string -> string(string);
            case Integer number -> text.append(number.intValue());
            case Long number
            when -LARGEST_EXACT <= number && number <= LARGEST_EXACT -> text.append(number.longValue());
            case Boolean bool -> text.append(bool.booleanValue());
            case List<?> list -> list(list);
            case Map<?, ?> map -> object(map);
            default -> throw new IllegalArgumentException("no canonical form for " + value.getClass());
        }
    }

    private void object(Map<?, ?> members) {
        var sorted = new TreeMap<String, Object>();
        members.forEach((name, value) -> sorted.put((String) name, value));
        text.append('{');
        for (var entries = sorted.entrySet().iterator(); entries.hasNext(); separate(entries)) {
            var entry = entries.next();
            string(entry.getKey());
            text.append(':');
            value(entry.getValue());
        }
        text.append('}');
    }

    private void list(List<?> items) {
        text.append('[');
        for (var each = items.iterator(); each.hasNext(); separate(each)) value(each.next());
        text.append(']');
    }

    private void separate(Iterator<?> rest) {
        if (rest.hasNext()) text.append(',');
    }

    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) character(string, i);
        text.append('"');
    }

    private void character(String string, int i) {
        char character = string.charAt(i);
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> {
                if (character < 0x20) text.append("\\u%04x".formatted((int) character));
                else if (loneSurrogate(string, i)) throw new IllegalArgumentException("a lone surrogate is no text");
                else text.append(character);
            }
        }
    }

    private static boolean loneSurrogate(String string, int i) {
        char character = string.charAt(i);
        if (Character.isHighSurrogate(character)) {
            return i + 1 == string.length() || !Character.isLowSurrogate(string.charAt(i + 1));
        }
        return Character.isLowSurrogate(character) && (i == 0 || !Character.isHighSurrogate(string.charAt(i - 1)));
    }
}
