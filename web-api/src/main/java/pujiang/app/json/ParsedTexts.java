package pujiang.app.json;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was parsed a moment ago, by the text it was parsed from: a trade is read a dozen times in its short life, its
 * parties' files all day. Who reads a text must still fetch it, so nothing is ever out of date. Only for values that are
 * immutable, since all readers of a text share one.
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

    /** Whoever has written a text knows what it says; who reads it next need not find out. */
    public void written(String text, Object value) {
        slots.set(text.hashCode() & REMEMBERED - 1, new Parsed(text, value.getClass(), value));
    }

    private record Parsed(String text, Class<?> type, Object value) {}
}
