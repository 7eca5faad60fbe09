package pujiang.web.listing;

import io.swagger.v3.oas.annotations.Operation;
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
import pujiang.app.listing.ListingUseCases;
import pujiang.app.listing.ListingUseCases.ApprovalRequest;
import pujiang.app.security.ActorNames;
import pujiang.app.security.Caller;
import pujiang.listing.ListingId;
import pujiang.listing.Terms;
import pujiang.product.ProductId;
import pujiang.web.answer.Succeeds;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** Listings of vendors. Operators may stop a listing, compliance officers decide reviews. */
@RestController
@RequestMapping("/api/v1/listings")
final class ListingController {

    private final ListingBoard board;
    private final Catalogue catalogue;
    private final ListingUseCases useCases;
    private final Editions editions;
    private final ActorNames actorNames;

    ListingController(
            ListingBoard board,
            Catalogue catalogue,
            ListingUseCases useCases,
            Editions editions,
            ActorNames actorNames) {
        this.actorNames = actorNames;
        this.board = board;
        this.catalogue = catalogue;
        this.useCases = useCases;
        this.editions = editions;
    }

    @Operation(
            operationId = "publishListing",
            summary = "Publish a listing, or with If-Match revise its terms",
            description = "The rules decide at once: read state and decision of the answer. A revision that is refused"
                    + " leaves the terms and the revision unchanged and answers with the decision. The same"
                    + " content again, without If-Match, answers 200.")
    @Succeeds(
            status = {200, 201},
            tagged = true)
    @PutMapping(path = "/{listing}", headers = "!If-Match")
    @Requires("listing:publish")
    ResponseEntity<ListingAnswer> publish(
            @PathVariable ListingId listing, @RequestBody ListingRequest request, Caller caller) {
        var created = useCases.publish(listing, request.product(), request.terms(), caller);
        return answer(listing, created ? HttpStatus.CREATED : HttpStatus.OK, caller);
    }

    @Operation(hidden = true)
    @PutMapping(path = "/{listing}", headers = "If-Match")
    @Requires("listing:publish")
    ResponseEntity<ListingAnswer> revise(
            @PathVariable ListingId listing, @RequestBody ListingRequest request, Edition edition, Caller caller) {
        useCases.mustOffer(listing, request.product(), caller);
        editions.mustShow(edition, shown(listing, caller));
        useCases.revise(listing, edition.revision(), request.terms(), caller);
        return answer(listing, HttpStatus.OK, caller);
    }

    @Operation(
            operationId = "suspendListing",
            summary = "Suspend a listing",
            description = "It leaves the catalogue until it is resumed.")
    @Succeeds(tagged = true)
    @PostMapping("/{listing}/suspension")
    @Requires("listing:suspend")
    ResponseEntity<ListingAnswer> suspend(
            @PathVariable ListingId listing, @RequestBody ReasonRequest request, Idempotent once, Caller caller) {
        return once.run(() -> {
            useCases.suspend(listing, request.reason(), caller);
            return answer(listing, HttpStatus.OK, caller);
        });
    }

    @Operation(
            operationId = "resumeListing",
            summary = "Resume a suspended listing",
            description =
                    "The vendor lifts its own suspension, an operator or officer the one that each has set; an officer"
                        + " also the one of a recall, once its ground is gone. When no suspension remains, the rules"
                        + " are evaluated again; if they refuse, the listing stays suspended and the answer carries"
                        + " the decision.")
    @Succeeds(tagged = true)
    @PostMapping("/{listing}/resumption")
    @Requires("listing:suspend")
    ResponseEntity<ListingAnswer> resume(@PathVariable ListingId listing, Idempotent once, Caller caller) {
        return once.run(() -> {
            useCases.resume(listing, caller);
            return answer(listing, HttpStatus.OK, caller);
        });
    }

    @Operation(
            operationId = "withdrawListing",
            summary = "Withdraw a listing for good",
            description = "Existing agreements keep their terms.")
    @Succeeds(tagged = true)
    @PostMapping("/{listing}/withdrawal")
    @Requires("listing:withdraw")
    ResponseEntity<ListingAnswer> withdraw(
            @PathVariable ListingId listing, @RequestBody ReasonRequest request, Idempotent once, Caller caller) {
        return once.run(() -> {
            useCases.withdraw(listing, request.reason(), caller);
            return answer(listing, HttpStatus.OK, caller);
        });
    }

    @Operation(
            operationId = "approveListing",
            summary = "Approve a listing that awaits review",
            description = "The officer names the decision that was read. The rules are evaluated once more. If they now"
                    + " refuse, or the facts have changed, the listing keeps waiting and the answer carries the"
                    + " new decision.")
    @Succeeds(tagged = true)
    @PostMapping("/{listing}/approval")
    @Requires("review:decide")
    ResponseEntity<ListingAnswer> approve(
            @PathVariable ListingId listing, @RequestBody ApprovalRequest request, Idempotent once, Caller caller) {
        return once.run(() -> {
            useCases.approve(listing, request, caller);
            return answer(listing, HttpStatus.OK, caller);
        });
    }

    @Operation(
            operationId = "rejectListing",
            summary = "Reject a listing that awaits review",
            description = "The vendor can revise its terms and publish again.")
    @Succeeds(tagged = true)
    @PostMapping("/{listing}/rejection")
    @Requires("review:decide")
    ResponseEntity<ListingAnswer> reject(
            @PathVariable ListingId listing, @RequestBody ReasonRequest request, Idempotent once, Caller caller) {
        return once.run(() -> {
            useCases.reject(listing, request.reason(), caller);
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
        return ListingDetail.of(entry, catalogue.product(entry), caller, actorNames);
    }

    record ListingRequest(ProductId product, Terms terms) {}

    record ReasonRequest(String reason) {}
}
