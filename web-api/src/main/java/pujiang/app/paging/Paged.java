package pujiang.app.paging;

import org.jspecify.annotations.Nullable;

/** An answer that is a part of a list. */
public interface Paged {

    /** Cursor of the page that follows, or null if this is the last. */
    @Nullable
    String next();
}
