package pujiang.web.stop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.app.listing.ListingStops;
import pujiang.app.listing.ListingStops.Scope;
import pujiang.stop.Author;
import pujiang.stop.Ground;

/**
 * A stop as a page shows it: where it stands, who has set it, on what ground, since when, and the way to have it lifted.
 *
 * @param reason in the words of whoever set it; null for whom it is not
 */
public record StopView(Scope scope, String id, Author author, Ground ground, @Nullable String reason, Instant since) {

    /** @param reasons whether the reader may see who said what; ground and way out are for everybody */
    public static List<StopView> of(List<ListingStops.Standing> standing, boolean reasons) {
        return standing.stream()
                .map(each -> new StopView(
                        each.scope(),
                        each.id(),
                        each.stop().author(),
                        each.stop().ground(),
                        reasons ? each.stop().reason() : null,
                        each.stop().since()))
                .toList();
    }
}
