package pujiang.app.listing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Decision;
import pujiang.listing.ListingId;
import pujiang.listing.Offer;
import pujiang.stop.Stop;

/**
 * The current state of a listing.
 *
 * @param offer on the current terms
 * @param revision of the terms, 0 before they were ever published
 * @param state held, published, suspended, refused, rejected, lapsed, withdrawn or ended
 * @param since when it entered this state
 * @param due when the state ends by itself, or null if it does not
 * @param decision the last one; where that denied a revision or a resumption, the listing did not change
 * @param stops on it, whatever its state
 */
public record ListingView(
        ListingId id,
        Offer offer,
        int revision,
        String state,
        Instant since,
        @Nullable Instant due,
        @Nullable Decision decision,
        List<Stop> stops) {

    /** Whether orders can be placed. */
    public boolean published() {
        return state.equals(ListingBoard.PUBLISHED);
    }
}
