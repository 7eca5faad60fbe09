package pujiang.web.listing;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.board.Period;
import pujiang.app.decision.Audience;
import pujiang.app.edition.Editions;
import pujiang.app.history.HistoryAudience;
import pujiang.app.history.HistoryEntry;
import pujiang.app.history.HistoryReader;
import pujiang.app.listing.Catalogue;
import pujiang.app.listing.ListingAnswer;
import pujiang.app.listing.ListingBoard;
import pujiang.app.listing.ListingDetail;
import pujiang.app.listing.ListingSearch;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.security.ActorNames;
import pujiang.app.security.Caller;
import pujiang.listing.Listing;
import pujiang.listing.ListingId;
import pujiang.listing.ListingRefusal.Unknown;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.refusal.Refused;
import pujiang.trade.TradeParty;
import pujiang.web.answer.Succeeds;
import pujiang.web.security.Requires;

/** The catalogue: all signed-in users read published listings; vendors also read their own in any state. */
@RestController
@RequestMapping("/api/v1/listings")
final class CatalogueController {

    private final ListingBoard board;
    private final Catalogue catalogue;
    private final HistoryReader history;
    private final Editions editions;
    private final ActorNames actorNames;

    CatalogueController(
            ListingBoard board, Catalogue catalogue, HistoryReader history, Editions editions, ActorNames actorNames) {
        this.actorNames = actorNames;
        this.board = board;
        this.catalogue = catalogue;
        this.history = history;
        this.editions = editions;
    }

    @Operation(
            operationId = "listListings",
            summary = "List listings",
            description =
                    "The newest first. A participant sees published listings, and with its own id as vendor all of its"
                            + " own.")
    @GetMapping
    @Requires("listing:read")
    Page<ListingAnswer> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable ParticipantId vendor,
            @RequestParam(required = false) @Nullable ProductId product,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            Paging paging,
            Caller caller) {
        var search = new ListingSearch(state, vendor, product, text, new Period(since, until));
        var page = catalogue.page(search, paging, caller);
        return new Page<>(
                page.items().stream()
                        .map(entry -> ListingAnswer.of(entry, caller, actorNames))
                        .toList(),
                page.next());
    }

    @Operation(
            operationId = "getListing",
            summary = "Read a listing",
            description = "With the description of its product. Only its vendor and the staff see the decision.")
    @Succeeds(tagged = true)
    @GetMapping("/{listing}")
    @Requires("listing:read")
    ResponseEntity<ListingDetail> read(@PathVariable ListingId listing, Caller caller) {
        var entry = catalogue.visible(listing, caller);
        var shown = ListingDetail.of(entry, catalogue.product(entry), caller, actorNames);
        return ResponseEntity.ok()
                .eTag(editions.tag(shown.listing().revision(), shown))
                .body(shown);
    }

    @Operation(
            operationId = "listListingEvents",
            summary = "List everything that happened to a listing",
            description = "The oldest first. For its vendor and the staff.")
    @GetMapping("/{listing}/events")
    @Requires("listing:read")
    PlainPage<HistoryEntry> events(@PathVariable ListingId listing, Caller caller, Paging paging) {
        if (board.find(listing).filter(found -> Catalogue.theirs(found, caller)).isEmpty())
            throw new Refused(new Unknown(listing));
        return history.page(
                Listing.class,
                listing.value(),
                HistoryAudience.of(caller, Audience.of(caller, TradeParty.VENDOR)),
                paging);
    }
}
