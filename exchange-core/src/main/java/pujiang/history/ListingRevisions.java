package pujiang.history;

import java.util.List;
import java.util.stream.Stream;

/** The changes of the events of listings. */
final class ListingRevisions {

    private static final List<String> DECIDED = List.of(
            "listing.published",
            "listing.held",
            "listing.refused",
            "listing.revised",
            "listing.answer-changed",
            "listing.revision-refused",
            "listing.resumed",
            "listing.resumption-refused");

    static final List<Upcast> STEPS = Stream.concat(
                    DECIDED.stream().map(event -> Upcast.decides(event, 1)),
                    // A suspension was recorded without its author and its ground.
                    Stream.of(Upcast.addsNull("listing.suspended", 1, "stop")))
            .toList();

    private ListingRevisions() {}
}
