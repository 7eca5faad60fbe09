package pujiang.history;

import java.util.List;

/** How the events of listings have changed. */
final class ListingRevisions {

    static final List<Upcast> STEPS = List.of(
            // A suspension was recorded without its author and its ground.
            Upcast.addsNull("listing.suspended", 1, "stop"));

    private ListingRevisions() {}
}
