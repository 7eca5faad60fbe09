package pujiang.app.paging;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pujiang.app.request.FieldError;
import pujiang.app.request.RequestRefusal.FieldsInvalid;
import pujiang.refusal.Refused;

/**
 * The requested part of a list. A parameter of a controller's method. The board reads {@link #rowsToRead()} rows after
 * {@link #after()}, and {@link #page} makes the answer from the rows.
 */
public final class Paging {

    /** The parameters that select the page, in the query of every list. */
    public static final Set<String> PARAMETERS = Set.of("limit", "cursor");

    public static final int MOST = 200;
    public static final int USUAL = 50;

    private final String path;
    /** The parameters that select the list, without those of the page. */
    private final Map<String, String[]> filters;

    private final CursorKey key;
    private final int limit;
    private final Optional<List<String>> after;

    private Paging(String path, Map<String, String[]> filters, int limit, @Nullable String cursor, CursorKey key) {
        this.path = path;
        this.filters = filters;
        this.key = key;
        this.limit = limit;
        this.after = Optional.ofNullable(cursor).map(this::place);
    }

    /**
     * @param path of the list
     * @param parameters of the request
     * @throws Refused if limit or cursor cannot be what they are
     */
    public static Paging of(String path, Map<String, String[]> parameters, CursorKey key) {
        var filters = new TreeMap<>(parameters);
        filters.keySet().removeAll(PARAMETERS);
        // The reader's language, which a page's link changes: the list stays the same.
        filters.remove("lang");
        return new Paging(path, filters, limit(first(parameters, "limit")), first(parameters, "cursor"), key);
    }

    private static @Nullable String first(Map<String, String[]> parameters, String name) {
        var values = parameters.get(name);
        return values == null ? null : values[0];
    }

    /** One more than the page has, which shows whether another page follows. */
    public int rowsToRead() {
        return limit + 1;
    }

    /** The place of the last row of the page before, in the parts that {@link #page} was given; empty at the start. */
    public Optional<List<String>> after() {
        return after;
    }

    /**
     * @param rows up to {@link #rowsToRead()} rows
     * @param place of a row in the order of the list, ending with a unique value
     */
    public <T> Page<T> page(List<T> rows, Function<T, List<String>> place) {
        if (rows.size() <= limit) return new Page<>(List.copyOf(rows), null);
        var items = List.copyOf(rows.subList(0, limit));
        var next = new Cursor(place.apply(items.getLast())).text(list(), key);
        return new Page<>(items, next);
    }

    /** As {@link #page}, for a list that is answered as an array. */
    public <T> PlainPage<T> plainPage(List<T> rows, Function<T, List<String>> place) {
        var page = page(rows, place);
        return new PlainPage<>(page.items(), page.next());
    }

    /**
     * A part of a list that is small enough to be read whole, and that only grows at its end.
     *
     * @param all the oldest first
     */
    public <T> PlainPage<T> oldestFirst(List<T> all) {
        int from = Math.min(number().orElse(0), all.size());
        int to = Math.min(from + limit, all.size());
        return part(all, from, to, to);
    }

    /**
     * As {@link #oldestFirst}, in reverse. A cursor counts from the old end, where no rows are added.
     *
     * @param all newest first
     */
    public <T> PlainPage<T> newestFirst(List<T> all) {
        int from = Math.max(all.size() - number().orElse(all.size()), 0);
        int to = Math.min(from + limit, all.size());
        return part(all, from, to, all.size() - to);
    }

    private <T> PlainPage<T> part(List<T> all, int from, int to, int number) {
        var next = to == all.size() ? null : new Cursor(List.of(String.valueOf(number))).text(list(), key);
        return new PlainPage<>(all.subList(from, to), next);
    }

    private Optional<Integer> number() {
        return after.map(place -> Integer.parseInt(place.getFirst()));
    }

    private List<String> place(String cursor) {
        return Cursor.parse(cursor, list(), key)
                .orElseThrow(() -> new Refused(new FieldsInvalid(
                        FieldError.inParameter("cursor", "cursor.malformed", "must be a cursor of this list", ""))))
                .place();
    }

    private String list() {
        return path
                + filters.entrySet().stream()
                        .map(filter -> filter.getKey() + "=" + Arrays.toString(filter.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static int limit(@Nullable String given) {
        if (given == null) return USUAL;
        // At most three digits, so that parsing cannot fail.
        int limit = given.matches("[0-9]{1,3}") ? Integer.parseInt(given) : 0;
        if (limit >= 1 && limit <= MOST) return limit;
        throw new Refused(new FieldsInvalid(
                FieldError.inParameter("limit", "number.out-of-range", "must be between 1 and " + MOST, "1.." + MOST)));
    }
}
