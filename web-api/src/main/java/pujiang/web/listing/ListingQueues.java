package pujiang.web.listing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pujiang.app.listing.CatalogueEntry;
import pujiang.app.listing.ListingBoard;
import pujiang.app.listing.ListingSearch;
import pujiang.app.security.Caller;
import pujiang.web.page.PageRequest;
import pujiang.web.page.WorkQueue;

/** Listings that wait: for an officer, and for their vendor those that are held or have ended. */
@Component
final class ListingQueues implements WorkQueue {

    /** How long a vendor is told that an offer of its own has ended. */
    private static final Duration TOLD = Duration.ofDays(30);

    private final ListingBoard board;

    ListingQueues(ListingBoard board) {
        this.board = board;
    }

    @Override
    public List<Queue> of(Caller caller, PageRequest visit) {
        var now = visit.reader().now();
        var queues = new ArrayList<Queue>();
        if (caller.may("operations:read")) {
            var late = board.due(now, MOST).stream().map(board::entry).flatMap(Optional::stream);
            queues.add(Queue.of(40, "overdue", late.map(ListingQueues::item)));
        }
        if (caller.may("review:decide")) queues.add(Queue.of(80, "listings", held(ListingSearch.held())));
        var self = caller.participant();
        if (self != null && caller.may("listing:publish")) {
            var ended = board.endedSince(now.minus(TOLD), self, MOST + 1);
            queues.add(Queue.of(120, "own-listings", held(ListingSearch.held().of(self))));
            queues.add(Queue.of(130, "ended-listings", ended.stream().map(ListingQueues::item)));
        }
        return queues;
    }

    private Stream<Item> held(ListingSearch search) {
        return board.waiting(search, MOST + 1).stream().map(ListingQueues::item);
    }

    private static Item item(CatalogueEntry entry) {
        var listing = entry.listing();
        return new Item(
                ListingPageModel.address(listing),
                entry.title(),
                entry.vendorName(),
                ListingPageModel.badge(listing),
                listing.due());
    }
}
