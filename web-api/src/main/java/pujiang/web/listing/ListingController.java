package pujiang.web.listing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.edition.Edition;
import pujiang.app.edition.Editions;
import pujiang.app.listing.Catalogue;
import pujiang.app.listing.ListingAnswer;
import pujiang.app.listing.ListingBoard;
import pujiang.app.listing.ListingDetail;
import pujiang.app.listing.ListingMoves;
import pujiang.app.listing.ListingMoves.ApprovalRequest;
import pujiang.app.security.Caller;
import pujiang.app.security.People;
import pujiang.listing.ListingId;
import pujiang.listing.Terms;
import pujiang.product.ProductId;
import pujiang.web.idempotency.Once;
import pujiang.web.security.Requires;

/** Vendors put products on offer; operators may stop an offer, compliance officers decide on what the law leaves open. */
@Tag(name = "listings", description = "挂牌")
@RestController
@RequestMapping("/api/v1/listings")
final class ListingController {

    private final ListingBoard board;
    private final Catalogue catalogue;
    private final ListingMoves moves;
    private final Editions editions;
    private final People people;

    ListingController(ListingBoard board, Catalogue catalogue, ListingMoves moves, Editions editions, People people) {
        this.people = people;
        this.board = board;
        this.catalogue = catalogue;
        this.moves = moves;
        this.editions = editions;
    }

    @Operation(
            summary = "Offer a product, or with If-Match revise the terms",
            description = "The law decides at once: look at state and decision. A revision that the law refuses leaves"
                    + " the terms and their revision as they were, and answers with the refusing decision. The content"
                    + " with which the listing was created, sent again without If-Match, answers 200.")
    @PutMapping(path = "/{listing}", headers = "!If-Match")
    @Requires("listing:publish")
    ResponseEntity<ListingAnswer> publish(
            @PathVariable ListingId listing, @RequestBody ListingRequest request, Caller caller) {
        var created = moves.publish(listing, request.product(), request.terms(), caller);
        return answer(listing, created ? HttpStatus.CREATED : HttpStatus.OK, caller);
    }

    @PutMapping(path = "/{listing}", headers = "If-Match")
    @Requires("listing:publish")
    ResponseEntity<ListingAnswer> revise(
            @PathVariable ListingId listing, @RequestBody ListingRequest request, Edition edition, Caller caller) {
        moves.mustOffer(listing, request.product(), caller);
        editions.mustShow(edition, shown(listing, caller));
        moves.revise(listing, edition.revision(), request.terms(), caller);
        return answer(listing, HttpStatus.OK, caller);
    }

    @Operation(summary = "Take a listing off the catalogue for a time")
    @PostMapping("/{listing}/suspension")
    @Requires("listing:suspend")
    ResponseEntity<ListingAnswer> suspend(
            @PathVariable ListingId listing, @RequestBody ReasonRequest request, Once once, Caller caller) {
        return once.run(() -> {
            moves.suspend(listing, request.reason(), caller);
            return answer(listing, HttpStatus.OK, caller);
        });
    }

    @Operation(
            summary = "Lift what the caller may lift off a listing",
            description =
                    "The vendor its own pause, the operator and an officer what each has set, an officer also what a"
                        + " recall has, once its ground is mended. Where nothing else stands, the law is asked again;"
                        + " if it does not let the listing pass as things are now, the listing stays suspended and the"
                        + " answer carries the refusing decision.")
    @PostMapping("/{listing}/resumption")
    @Requires("listing:suspend")
    ResponseEntity<ListingAnswer> resume(@PathVariable ListingId listing, Once once, Caller caller) {
        return once.run(() -> {
            moves.resume(listing, caller);
            return answer(listing, HttpStatus.OK, caller);
        });
    }

    @Operation(summary = "Take a listing back for good; agreements that exist keep their terms")
    @PostMapping("/{listing}/withdrawal")
    @Requires("listing:withdraw")
    ResponseEntity<ListingAnswer> withdraw(
            @PathVariable ListingId listing, @RequestBody ReasonRequest request, Once once, Caller caller) {
        return once.run(() -> {
            moves.withdraw(listing, request.reason(), caller);
            return answer(listing, HttpStatus.OK, caller);
        });
    }

    @Operation(
            summary = "Let a held listing pass; the law is asked once more, and its denial stands",
            description = "Names the decision that was read. If the law says something else by now, or says it of other"
                    + " facts, nothing passes: the listing waits on, and the answer carries the new decision.")
    @PostMapping("/{listing}/approval")
    @Requires("review:decide")
    ResponseEntity<ListingAnswer> approve(
            @PathVariable ListingId listing, @RequestBody ApprovalRequest request, Once once, Caller caller) {
        return once.run(() -> {
            moves.approve(listing, request, caller);
            return answer(listing, HttpStatus.OK, caller);
        });
    }

    @Operation(summary = "Reject a held listing")
    @PostMapping("/{listing}/rejection")
    @Requires("review:decide")
    ResponseEntity<ListingAnswer> reject(
            @PathVariable ListingId listing, @RequestBody ReasonRequest request, Once once, Caller caller) {
        return once.run(() -> {
            moves.reject(listing, request.reason(), caller);
            return answer(listing, HttpStatus.OK, caller);
        });
    }

    private ResponseEntity<ListingAnswer> answer(ListingId listing, HttpStatus status, Caller caller) {
        var shown = shown(listing, caller);
        return ResponseEntity.status(status)
                .eTag(editions.tag(shown.listing().revision(), shown))
                .body(shown.listing());
    }

    private ListingDetail shown(ListingId listing, Caller caller) {
        var entry = board.entry(listing).orElseThrow();
        return ListingDetail.of(entry, catalogue.product(entry), caller, people);
    }

    record ListingRequest(ProductId product, Terms terms) {}

    record ReasonRequest(String reason) {}
}
