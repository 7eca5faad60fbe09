package pujiang.app.board;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pujiang.refusal.Days;

/**
 * The period of a search by time. A null bound does not narrow it.
 *
 * @param since inclusive
 * @param until exclusive
 */
public record Period(@Nullable Instant since, @Nullable Instant until) {

    public static final Period ALWAYS = new Period(null, null);

    public Period {
        if (since != null) Days.check("since", since);
        if (until != null) Days.check("until", until);
    }

    /**
     * A condition that follows others.
     *
     * @param column which holds the time
     */
    public String sql(String column) {
        return (since == null ? "" : " AND " + column + " >= :since")
                + (until == null ? "" : " AND " + column + " < :until");
    }

    public void parameters(Map<String, @Nullable Object> all, Columns columns) {
        all.put("since", since == null ? null : columns.utc(since));
        all.put("until", until == null ? null : columns.utc(until));
    }
}
