package pujiang.web.listing;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.listing.ListingMoves;
import pujiang.app.listing.ListingMoves.ApprovalRequest;
import pujiang.app.product.ProductMoves;
import pujiang.app.security.Caller;
import pujiang.app.trade.OrderRequest;
import pujiang.app.trade.Purchasing;
import pujiang.compliance.AssessmentId;
import pujiang.listing.ListingId;
import pujiang.listing.Purpose;
import pujiang.trade.DeclaredUse;
import pujiang.trade.TradeId;
import pujiang.web.decision.Written;
import pujiang.web.idempotency.Once;
import pujiang.web.page.FormAction;
import pujiang.web.page.PageController;
import pujiang.web.page.Visit;
import pujiang.web.security.Requires;

/** One listing: what is offered, and for a buyer the way to a trade. */
@PageController
@RequestMapping("/listings/{listing}")
class ListingPage {

    private final ListingSheet sheet;
    private final ListingMoves moves;
    private final ProductMoves products;
    private final Purchasing purchasing;
    private final OrderSheet orders;

    ListingPage(
            ListingSheet sheet, ListingMoves moves, ProductMoves products, Purchasing purchasing, OrderSheet orders) {
        this.orders = orders;
        this.products = products;
        this.sheet = sheet;
        this.moves = moves;
        this.purchasing = purchasing;
    }

    @Requires("listing:read")
    @GetMapping
    ModelAndView read(@PathVariable ListingId listing, Caller caller, Visit visit) {
        return sheet.show(listing, caller, visit, Optional.empty());
    }

    /** Changes nothing; a POST because a scenario is too long for an address, and nobody else's to read there. */
    @Requires("trade:quote")
    @PostMapping("/quote")
    ModelAndView quote(
            @PathVariable ListingId listing,
            @RequestParam Purpose purpose,
            @RequestParam String scenario,
            @RequestParam Map<String, String> sent,
            Caller caller,
            Visit visit) {
        return visit.attempt(
                ListingFormActions.ORDER,
                () -> {
                    var use = new DeclaredUse(purpose, scenario, Written.facts(sent));
                    var prospect = purchasing.prospect(caller.own(), listing, use);
                    return sheet.show(listing, caller, visit, Optional.of(prospect));
                },
                () -> sheet.show(listing, caller, visit, Optional.empty()));
    }

    /**
     * Shows first what is ordered, and what the buyer has ordered of the same listing already; does it once that was seen.
     * Once by its own nature: the page has named the trade.
     *
     * @param seen the newest of the earlier orders that the page has shown; null before there was such a page
     */
    @Requires("trade:order")
    @PostMapping("/order")
    ModelAndView order(
            @PathVariable ListingId listing,
            @RequestParam TradeId trade,
            @RequestParam int revision,
            @RequestParam Purpose purpose,
            @RequestParam String scenario,
            @RequestParam(required = false) @Nullable String seen,
            @RequestParam Map<String, String> sent,
            Caller caller,
            Visit visit) {
        return visit.attempt(
                ListingFormActions.ORDER,
                () -> {
                    var use = new DeclaredUse(purpose, scenario, Written.facts(sent));
                    var wanted = new OrderRequest(listing, revision, use);
                    if (!orders.isSeen(trade, wanted, seen, caller)) return orders.show(trade, wanted, caller, visit);
                    purchasing.order(trade, caller.own(), wanted, caller.username());
                    return Visit.seeOther("/trades/" + trade + "?done=" + ListingFormActions.ORDER.code());
                },
                () -> sheet.show(listing, caller, visit, Optional.empty()));
    }

    @Requires("review:decide")
    @PostMapping("/approval")
    ModelAndView approve(
            @PathVariable ListingId listing,
            @RequestParam String decision,
            @RequestParam String ground,
            @RequestParam String evidence,
            Caller caller,
            Once once,
            Visit visit) {
        Runnable deed = () -> moves.approve(listing, new ApprovalRequest(decision, ground, evidence), caller);
        return act(ListingFormActions.APPROVE, listing, deed, caller, once, visit);
    }

    @Requires("review:decide")
    @PostMapping("/rejection")
    ModelAndView reject(
            @PathVariable ListingId listing, @RequestParam String reason, Caller caller, Once once, Visit visit) {
        return act(
                ListingFormActions.REJECT, listing, () -> moves.reject(listing, reason, caller), caller, once, visit);
    }

    @Requires("listing:suspend")
    @PostMapping("/suspension")
    ModelAndView suspend(
            @PathVariable ListingId listing, @RequestParam String reason, Caller caller, Once once, Visit visit) {
        return act(
                ListingFormActions.SUSPEND, listing, () -> moves.suspend(listing, reason, caller), caller, once, visit);
    }

    @Requires("listing:suspend")
    @PostMapping("/resumption")
    ModelAndView resume(@PathVariable ListingId listing, Caller caller, Once once, Visit visit) {
        return act(ListingFormActions.RESUME, listing, () -> moves.resume(listing, caller), caller, once, visit);
    }

    @Requires("listing:withdraw")
    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable ListingId listing, @RequestParam String reason, Caller caller, Once once, Visit visit) {
        return act(
                ListingFormActions.WITHDRAW,
                listing,
                () -> moves.withdraw(listing, reason, caller),
                caller,
                once,
                visit);
    }

    /** A product has no page of its own; it is stopped where it is on offer. */
    @Requires("product:suspend")
    @PostMapping("/product-suspension")
    ModelAndView suspendProduct(
            @PathVariable ListingId listing, @RequestParam String reason, Caller caller, Once once, Visit visit) {
        Runnable deed = () -> products.suspend(sheet.product(listing, caller), reason, caller);
        return act(ListingFormActions.SUSPEND_PRODUCT, listing, deed, caller, once, visit);
    }

    /** @param assessment that mends the ground; empty where none is asked for */
    @Requires("product:suspend")
    @PostMapping("/product-resumption")
    ModelAndView resumeProduct(
            @PathVariable ListingId listing,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable AssessmentId assessment,
            Caller caller,
            Once once,
            Visit visit) {
        Runnable deed = () -> products.resume(sheet.product(listing, caller), reason, assessment, caller);
        return act(ListingFormActions.RESUME_PRODUCT, listing, deed, caller, once, visit);
    }

    private ModelAndView act(FormAction act, ListingId listing, Runnable deed, Caller caller, Once once, Visit visit) {
        return visit.submit(
                act, once, "/listings/" + listing, deed, () -> sheet.show(listing, caller, visit, Optional.empty()));
    }
}
