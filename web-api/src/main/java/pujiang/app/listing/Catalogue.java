package pujiang.app.listing;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.participant.ParticipantBoard;
import pujiang.app.product.ProductBoard;
import pujiang.app.product.ProductView;
import pujiang.app.security.Caller;
import pujiang.listing.ListingId;
import pujiang.listing.ListingRefusal.Unknown;
import pujiang.refusal.Refused;
import pujiang.refusal.Texts;

/** The listings that each caller sees: published ones for all, also a vendor's own, and all for staff. */
@Component
public class Catalogue {

    private static final int LONGEST_TEXT = 200;

    private final ListingBoard board;
    private final ProductBoard products;
    private final ParticipantBoard participants;

    Catalogue(ListingBoard board, ProductBoard products, ParticipantBoard participants) {
        this.participants = participants;
        this.board = board;
        this.products = products;
    }

    /** The requested listings that the caller may see, newest first. */
    public Page<CatalogueEntry> page(ListingSearch wanted, Paging paging, Caller caller) {
        if (wanted.text() != null) Texts.atMost("text", wanted.text(), LONGEST_TEXT);
        var all = caller.staff() || (wanted.vendor() != null && caller.actsFor(wanted.vendor()));
        var state = wanted.state();
        if (!all && state != null && !state.equals(ListingBoard.PUBLISHED)) {
            return paging.page(List.of(), _ -> List.of());
        }
        var search = all ? wanted : wanted.in(ListingBoard.PUBLISHED);
        var entries = board.list(search, paging.after().map(CatalogueEntry.Place::of), paging.rowsToRead());
        return paging.page(entries, entry -> entry.place().parts());
    }

    /** @throws Refused if it does not exist, or the caller may not see it */
    public CatalogueEntry visible(ListingId listing, Caller caller) {
        return board.entry(listing)
                .filter(found -> found.listing().published() || theirs(found.listing(), caller))
                .orElseThrow(() -> new Refused(new Unknown(listing)));
    }

    public ProductView product(CatalogueEntry entry) {
        return products.find(entry.listing().offer().product()).orElseThrow();
    }

    /** The stops of a listing, its product, the product's sources, and its vendor. */
    public List<ListingStops.Standing> stops(CatalogueEntry entry) {
        var vendor = participants.find(entry.listing().offer().vendor()).orElseThrow();
        return ListingStops.all(entry.listing(), product(entry), vendor);
    }

    /** Whether the caller may read the decisions on the listing, and its history. */
    public static boolean theirs(ListingView listing, Caller caller) {
        return caller.staff() || caller.actsFor(listing.offer().vendor());
    }
}
