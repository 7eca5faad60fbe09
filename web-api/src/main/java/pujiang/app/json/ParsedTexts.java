package pujiang.app.json;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cache of parsed values by their text: a trade is read a dozen times in its short life, its parties' files all day.
 * A reader must still fetch the text, so no value is ever out of date. Only for immutable values, since all readers of
 * a text share one.
 */
public final class ParsedTexts {

    /** Enough for the trades of a busy minute; a text of more than some kilobytes is rare. */
    private static final int REMEMBERED = 1 << 10;

    /** A later text of the same hash takes the place of the earlier. */
    private final AtomicReferenceArray<@Nullable Parsed> slots = new AtomicReferenceArray<>(REMEMBERED);

    public <T> T of(String text, Class<T> type, Supplier<T> parse) {
        int slot = text.hashCode() & REMEMBERED - 1;
        var known = slots.get(slot);
        if (known != null && known.type == type && known.text.equals(text)) return type.cast(known.value);
        var fresh = parse.get();
        slots.set(slot, new Parsed(text, type, fresh));
        return fresh;
    }

    /** The writer of a text has its value already; the next reader need not parse it. */
    public void written(String text, Object value) {
        slots.set(text.hashCode() & REMEMBERED - 1, new Parsed(text, value.getClass(), value));
    }

    private record Parsed(String text, Class<?> type, Object value) {}
}
