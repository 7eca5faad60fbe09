package pujiang.app.listing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Decision;
import pujiang.listing.ListingId;
import pujiang.listing.Offer;
import pujiang.stop.Stop;

/**
 * A listing as it stands.
 *
 * @param offer on the terms that hold now
 * @param revision of the terms, 0 before they were ever published
 * @param state held, published, suspended, refused, rejected, lapsed, withdrawn or ended
 * @param since when it came into this state
 * @param due when the state ends by itself, or null if it does not
 * @param decision the law's last answer; where that refused a revision or a resumption, the listing stayed as it was
 * @param stops that stand on it, whatever its state
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
