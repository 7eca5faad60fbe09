package pujiang.app.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next cursor of the page that follows, or null if this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) implements Paged {}
