package pujiang.web.listing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.listing.Listing;
import pujiang.listing.ListingId;
import pujiang.listing.ListingRefusal.Unknown;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.refusal.Refused;
import pujiang.trade.Side;
import pujiang.web.decision.Audience;
import pujiang.web.edition.Editions;
import pujiang.web.history.Eyes;
import pujiang.web.history.HistoryEntry;
import pujiang.web.history.HistoryReader;
import pujiang.web.paging.Page;
import pujiang.web.paging.Paging;
import pujiang.web.security.Caller;
import pujiang.web.security.People;
import pujiang.web.security.Requires;

/** The catalogue: everybody who is signed in reads what is published; vendors also read their own in any state. */
@Tag(name = "listings", description = "挂牌")
@RestController
@RequestMapping("/api/v1/listings")
final class CatalogueController {

    private final ListingBoard board;
    private final Catalogue catalogue;
    private final HistoryReader history;
    private final Editions editions;
    private final People people;

    CatalogueController(
            ListingBoard board, Catalogue catalogue, HistoryReader history, Editions editions, People people) {
        this.people = people;
        this.board = board;
        this.catalogue = catalogue;
        this.history = history;
        this.editions = editions;
    }

    @Operation(
            summary = "List listings, the newest first",
            description = "Participants see what is published, and with their own id as vendor all that is theirs.")
    @GetMapping
    @Requires("listing:read")
    ResponseEntity<Page<ListingAnswer>> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable ParticipantId vendor,
            @RequestParam(required = false) @Nullable ProductId product,
            @RequestParam(required = false) @Nullable String text,
            Paging paging,
            Caller caller) {
        var page = catalogue.page(new ListingSearch(state, vendor, product, text), paging, caller);
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .body(answers(page, caller));
    }

    @Operation(summary = "Read a listing with the product's description; the law's answer is for the vendor and staff")
    @GetMapping("/{listing}")
    @Requires("listing:read")
    ResponseEntity<ListingDetail> read(@PathVariable ListingId listing, Caller caller) {
        var entry = catalogue.visible(listing, caller);
        var shown = ListingDetail.of(entry, catalogue.product(entry), caller, people);
        return ResponseEntity.ok()
                .eTag(editions.tag(shown.listing().revision(), shown))
                .body(shown);
    }

    @Operation(summary = "Read everything that happened to a listing, in order; for its vendor and staff")
    @GetMapping("/{listing}/events")
    @Requires("listing:read")
    List<HistoryEntry> events(@PathVariable ListingId listing, Caller caller) {
        if (board.find(listing).filter(found -> Catalogue.theirs(found, caller)).isEmpty())
            throw new Refused(new Unknown(listing));
        return history.read(Listing.class, listing.value(), Eyes.of(caller, Audience.of(caller, Side.VENDOR)));
    }

    private Page<ListingAnswer> answers(ResponseEntity<Page<CatalogueEntry>> page, Caller caller) {
        var body = Objects.requireNonNull(page.getBody());
        return new Page<>(
                body.items().stream()
                        .map(entry -> ListingAnswer.of(entry, caller, people))
                        .toList(),
                body.next());
    }
}
