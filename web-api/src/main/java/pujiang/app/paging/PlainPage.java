package pujiang.app.paging;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is answered as an array of its items; only the header names the page that follows.
 *
 * @param next as in {@link Page}
 */
public record PlainPage<T>(@JsonValue List<T> items, @Nullable String next) implements Paged {

    public PlainPage {
        items = List.copyOf(items);
    }

    /** The same part, of each item what is shown. */
    public <S> PlainPage<S> map(Function<T, S> shown) {
        return new PlainPage<>(items.stream().map(shown).toList(), next);
    }
}
