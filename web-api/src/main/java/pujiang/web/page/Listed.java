package pujiang.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, as a page shows it.
 *
 * @param continued whether there is a part before it
 * @param next address of the part that follows; null for the last
 */
public record Listed<R>(List<R> rows, boolean continued, @Nullable String next) {

    public Listed {
        rows = List.copyOf(rows);
    }
}
