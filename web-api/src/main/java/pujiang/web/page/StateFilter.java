package pujiang.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter of a list by state.
 *
 * @param chosen empty for all
 */
public record StateFilter(List<String> states, String chosen) {

    public StateFilter {
        states = List.copyOf(states);
    }

    public static StateFilter of(List<String> states, @Nullable String chosen) {
        return new StateFilter(states, chosen == null ? "" : chosen);
    }
}
