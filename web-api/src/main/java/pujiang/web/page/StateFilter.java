package pujiang.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which things of a list are shown, by their state.
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
