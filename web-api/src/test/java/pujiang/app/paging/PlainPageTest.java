package pujiang.app.paging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are read whole are cut into pages without gap or repetition. */
class PlainPageTest {

    private static final CursorKey KEY = new CursorKey("known to nobody".getBytes(UTF_8));
    private static final int ROWS = 120;

    @ParameterizedTest
    @ValueSource(strings = {"1", "7", "40", "119", "120", "200"})
    void fromTheOldEnd(String limit) {
        assertThat(seen(limit, paging -> paging.oldestFirst(upTo(ROWS)))).isEqualTo(upTo(ROWS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "7", "40", "119", "120", "200"})
    void fromTheNewEnd(String limit) {
        assertThat(seen(limit, paging -> paging.newestFirst(upTo(ROWS).reversed())))
                .isEqualTo(upTo(ROWS).reversed());
    }

    @Test
    void whatComesMeanwhileMovesNoPage() {
        assertThat(seen("7", paging -> {
                    int rows = paging.after().isEmpty() ? ROWS : ROWS + 2;
                    return paging.newestFirst(upTo(rows).reversed());
                }))
                .isEqualTo(upTo(ROWS).reversed());
    }

    private static List<Integer> seen(String limit, Function<Paging, PlainPage<Integer>> list) {
        var seen = new ArrayList<Integer>();
        @Nullable String next = null;
        do {
            var page = list.apply(paging(limit, next));
            seen.addAll(page.items());
            next = page.next();
            assertThat(seen).hasSizeLessThanOrEqualTo(ROWS);
        } while (next != null);
        return seen;
    }

    private static Paging paging(String limit, @Nullable String cursor) {
        var parameters = new TreeMap<>(Map.of("limit", new String[] {limit}));
        if (cursor != null) parameters.put("cursor", new String[] {cursor});
        return Paging.of("/parcels", parameters, KEY);
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
