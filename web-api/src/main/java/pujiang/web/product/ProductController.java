package pujiang.web.product;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.decision.Audience;
import pujiang.app.edition.Edition;
import pujiang.app.edition.Editions;
import pujiang.app.history.HistoryAudience;
import pujiang.app.history.HistoryEntry;
import pujiang.app.history.HistoryReader;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.product.ProductBoard;
import pujiang.app.product.ProductUseCases;
import pujiang.app.product.ProductView;
import pujiang.app.product.RecipientView;
import pujiang.app.security.Caller;
import pujiang.compliance.AssessmentId;
import pujiang.compliance.FactSheet;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal;
import pujiang.product.Product;
import pujiang.product.ProductDescription;
import pujiang.product.ProductId;
import pujiang.product.ProductProfile;
import pujiang.product.RecipientStatement;
import pujiang.refusal.Refused;
import pujiang.trade.TradeParty;
import pujiang.web.answer.Succeeds;
import pujiang.web.decision.AssessmentRequest;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** The register of data products: written by their vendors, read by them and by the exchange's staff. */
@RestController
@RequestMapping("/api/v1/products")
final class ProductController {

    private final ProductBoard board;
    private final ProductUseCases useCases;
    private final HistoryReader history;
    private final Editions editions;

    ProductController(ProductBoard board, ProductUseCases useCases, HistoryReader history, Editions editions) {
        this.board = board;
        this.useCases = useCases;
        this.history = history;
        this.editions = editions;
    }

    @Operation(
            operationId = "registerProduct",
            summary = "Register a product, or with If-Match revise it",
            description = "The same content again, without If-Match, answers 200.")
    @Succeeds(
            status = {200, 201},
            tagged = true)
    @PutMapping(path = "/{product}", headers = "!If-Match")
    @Requires("product:register")
    ResponseEntity<ProductView> register(
            @PathVariable ProductId product, @RequestBody ProductRequest request, Caller caller) {
        var created = useCases.register(product, request.description(), request.toProfile(), caller);
        return answer(product, created ? HttpStatus.CREATED : HttpStatus.OK, caller);
    }

    @Operation(hidden = true)
    @PutMapping(path = "/{product}", headers = "If-Match")
    @Requires("product:register")
    ResponseEntity<ProductView> revise(
            @PathVariable ProductId product, @RequestBody ProductRequest request, Edition edition, Caller caller) {
        useCases.mine(product, caller);
        editions.mustShow(edition, seen(product, caller));
        useCases.revise(product, edition.revision(), request.description(), request.toProfile(), caller);
        return answer(product, HttpStatus.OK, caller);
    }

    @Operation(
            operationId = "getProduct",
            summary = "Read a product",
            description = "A vendor reads its own products only.")
    @Succeeds(tagged = true)
    @GetMapping("/{product}")
    @Requires("product:read")
    ResponseEntity<ProductView> read(@PathVariable ProductId product, Caller caller) {
        return answer(product, HttpStatus.OK, caller);
    }

    @Operation(
            operationId = "listProducts",
            summary = "List products",
            description = "In the order of their ids. A vendor sees its own only.")
    @GetMapping
    @Requires("product:read")
    Page<ProductView> list(
            @RequestParam(required = false) @Nullable ParticipantId vendor, Paging paging, Caller caller) {
        if (vendor != null && !caller.staff() && !caller.actsFor(vendor)) return new Page<>(List.of(), null);
        var whose = caller.staff() ? vendor : caller.own();
        var after = paging.after().map(List::getFirst).orElse("");
        return paging.page(
                board.list(whose, after, paging.rowsToRead()).stream()
                        .map(view -> useCases.shown(view, caller))
                        .toList(),
                view -> List.of(view.id().value()));
    }

    @Operation(
            operationId = "listProductEvents",
            summary = "List everything that happened to a product",
            description = "The oldest first.")
    @GetMapping("/{product}/events")
    @Requires("product:read")
    PlainPage<HistoryEntry> events(@PathVariable ProductId product, Caller caller, Paging paging) {
        seen(product, caller);
        return history.page(
                Product.class,
                product.value(),
                HistoryAudience.of(caller, Audience.of(caller, TradeParty.VENDOR)),
                paging);
    }

    @Operation(
            operationId = "stateRecipientFacts",
            summary = "State what holds for one recipient",
            description =
                    "For example consent that names its recipient. It replaces the statement before. The rules are"
                            + " evaluated again for the recipient's orders and deliveries that await review.")
    @Succeeds(status = {200, 201})
    @PutMapping("/{product}/recipients/{recipient}")
    @Requires("product:register")
    ResponseEntity<RecipientView> state(
            @PathVariable ProductId product,
            @PathVariable ParticipantId recipient,
            @RequestBody RecipientStatement statement,
            Caller caller) {
        var created = useCases.state(product, recipient, statement, caller);
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(board.recipient(product, recipient).orElseThrow());
    }

    @Operation(
            operationId = "getRecipientFacts",
            summary = "Read what is stated for one recipient",
            description = "The facts and the evidence that the vendor stated.")
    @GetMapping("/{product}/recipients/{recipient}")
    @Requires("product:read")
    ResponseEntity<RecipientView> recipient(
            @PathVariable ProductId product, @PathVariable ParticipantId recipient, Caller caller) {
        seen(product, caller);
        Optional<RecipientView> stated = board.recipient(product, recipient);
        return ResponseEntity.ok(stated.orElseThrow(() -> new Refused(new ParticipantRefusal.Unknown(recipient))));
    }

    @Operation(
            operationId = "listRecipientFacts",
            summary = "List what is stated for recipients",
            description = "In the order of their ids.")
    @GetMapping("/{product}/recipients")
    @Requires("product:read")
    Page<RecipientView> recipients(@PathVariable ProductId product, Paging paging, Caller caller) {
        seen(product, caller);
        var after = paging.after().map(List::getFirst).orElse("");
        return paging.page(
                board.recipients(product, after, paging.rowsToRead()),
                view -> List.of(view.recipient().value()));
    }

    @Operation(
            operationId = "assessProduct",
            summary = "File an assessment of a product",
            description = "A compliance or quality assessment of a third party, the harm screening, or a document that"
                    + " proves what the vendor claims. It is valid for a time; of each fact the newest assessment"
                    + " counts. The same content again answers 200.")
    @Succeeds(
            status = {200, 201},
            tagged = true)
    @PutMapping("/{product}/assessments/{assessment}")
    @Requires("assessment:file")
    ResponseEntity<ProductView> assess(
            @PathVariable ProductId product,
            @PathVariable AssessmentId assessment,
            @RequestBody AssessmentRequest request,
            Caller caller) {
        var isNew = useCases.assess(product, request.named(assessment), caller);
        return answer(product, isNew ? HttpStatus.CREATED : HttpStatus.OK, caller);
    }

    @Operation(
            operationId = "suspendProduct",
            summary = "Suspend a product",
            description =
                    "And its listings, present and future, and everything that is derived from it. No order, delivery"
                            + " or download of it passes until the same part of the exchange lifts the suspension.")
    @Succeeds(tagged = true)
    @PostMapping("/{product}/suspension")
    @Requires("product:suspend")
    ResponseEntity<ProductView> suspend(
            @PathVariable ProductId product, @RequestBody ReasonRequest request, Idempotent once, Caller caller) {
        return once.run(() -> {
            useCases.suspend(product, request.reason(), caller);
            return answer(product, HttpStatus.OK, caller);
        });
    }

    @Operation(
            operationId = "resumeProduct",
            summary = "Resume a suspended product",
            description =
                    "An operator lifts suspensions of operators, an officer those of officers and of a recall. After a"
                        + " recall for an expired licence or withdrawn consent, an assessment is named that was filed"
                        + " after the suspension and is valid today.")
    @Succeeds(tagged = true)
    @PostMapping("/{product}/resumption")
    @Requires("product:suspend")
    ResponseEntity<ProductView> resume(
            @PathVariable ProductId product, @RequestBody ResumptionRequest request, Idempotent once, Caller caller) {
        return once.run(() -> {
            useCases.resume(product, request.reason(), request.assessment(), caller);
            return answer(product, HttpStatus.OK, caller);
        });
    }

    @Operation(
            operationId = "strikeOffProduct",
            summary = "Strike a product off the register",
            description = "Existing agreements keep their terms.")
    @Succeeds(tagged = true)
    @PostMapping("/{product}/strike-off")
    @Requires("product:register")
    ResponseEntity<ProductView> strikeOff(
            @PathVariable ProductId product, @RequestBody ReasonRequest request, Idempotent once, Caller caller) {
        return once.run(() -> {
            useCases.strikeOff(product, request.reason(), caller);
            return answer(product, HttpStatus.OK, caller);
        });
    }

    private ResponseEntity<ProductView> answer(ProductId product, HttpStatus status, Caller caller) {
        var view = seen(product, caller);
        return ResponseEntity.status(status)
                .eTag(editions.tag(view.revision(), view))
                .body(view);
    }

    private ProductView seen(ProductId product, Caller caller) {
        return useCases.seen(product, caller);
    }

    /** @param profile facts that the vendor states of the product: {@code product.*, pi.*, public.*} and others */
    record ProductRequest(ProductDescription description, FactSheet profile) {

        private ProductProfile toProfile() {
            return new ProductProfile(profile);
        }
    }

    record ReasonRequest(String reason) {}

    /** @param assessment that mends the ground, where one is asked for */
    record ResumptionRequest(String reason, @Nullable AssessmentId assessment) {}
}
