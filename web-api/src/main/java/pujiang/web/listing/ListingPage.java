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
import pujiang.app.listing.ListingUseCases;
import pujiang.app.listing.ListingUseCases.ApprovalRequest;
import pujiang.app.product.ProductUseCases;
import pujiang.app.security.Caller;
import pujiang.app.trade.OrderRequest;
import pujiang.app.trade.Purchasing;
import pujiang.compliance.AssessmentId;
import pujiang.listing.ListingId;
import pujiang.listing.Purpose;
import pujiang.trade.DeclaredUse;
import pujiang.trade.TradeId;
import pujiang.web.decision.FactForm;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.FormAction;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.security.Requires;

/** One listing: what is offered, and for a buyer the way to a trade. */
@PageController
@RequestMapping("/listings/{listing}")
class ListingPage {

    private final ListingPageModel sheet;
    private final ListingUseCases useCases;
    private final ProductUseCases products;
    private final Purchasing purchasing;
    private final OrderPageModel orders;

    ListingPage(
            ListingPageModel sheet,
            ListingUseCases useCases,
            ProductUseCases products,
            Purchasing purchasing,
            OrderPageModel orders) {
        this.orders = orders;
        this.products = products;
        this.sheet = sheet;
        this.useCases = useCases;
        this.purchasing = purchasing;
    }

    @Requires("listing:read")
    @GetMapping
    ModelAndView read(@PathVariable ListingId listing, Caller caller, PageRequest visit) {
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
            PageRequest visit) {
        return visit.attempt(
                ListingFormActions.ORDER,
                () -> {
                    var use = new DeclaredUse(purpose, scenario, FactForm.facts(sent));
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
            PageRequest visit) {
        return visit.attempt(
                ListingFormActions.ORDER,
                () -> {
                    var use = new DeclaredUse(purpose, scenario, FactForm.facts(sent));
                    var wanted = new OrderRequest(listing, revision, use);
                    if (!orders.isSeen(trade, wanted, seen, caller)) return orders.show(trade, wanted, caller, visit);
                    purchasing.order(trade, caller.own(), wanted, caller.username());
                    return PageRequest.seeOther("/trades/" + trade + "?done=" + ListingFormActions.ORDER.code());
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
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> useCases.approve(listing, new ApprovalRequest(decision, ground, evidence), caller);
        return act(ListingFormActions.APPROVE, listing, deed, caller, once, visit);
    }

    @Requires("review:decide")
    @PostMapping("/rejection")
    ModelAndView reject(
            @PathVariable ListingId listing,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        return act(
                ListingFormActions.REJECT,
                listing,
                () -> useCases.reject(listing, reason, caller),
                caller,
                once,
                visit);
    }

    @Requires("listing:suspend")
    @PostMapping("/suspension")
    ModelAndView suspend(
            @PathVariable ListingId listing,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        return act(
                ListingFormActions.SUSPEND,
                listing,
                () -> useCases.suspend(listing, reason, caller),
                caller,
                once,
                visit);
    }

    @Requires("listing:suspend")
    @PostMapping("/resumption")
    ModelAndView resume(@PathVariable ListingId listing, Caller caller, Idempotent once, PageRequest visit) {
        return act(ListingFormActions.RESUME, listing, () -> useCases.resume(listing, caller), caller, once, visit);
    }

    @Requires("listing:withdraw")
    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable ListingId listing,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        return act(
                ListingFormActions.WITHDRAW,
                listing,
                () -> useCases.withdraw(listing, reason, caller),
                caller,
                once,
                visit);
    }

    /** A product has no page of its own; it is stopped where it is on offer. */
    @Requires("product:suspend")
    @PostMapping("/product-suspension")
    ModelAndView suspendProduct(
            @PathVariable ListingId listing,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
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
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> products.resume(sheet.product(listing, caller), reason, assessment, caller);
        return act(ListingFormActions.RESUME_PRODUCT, listing, deed, caller, once, visit);
    }

    private ModelAndView act(
            FormAction act, ListingId listing, Runnable deed, Caller caller, Idempotent once, PageRequest visit) {
        return visit.submit(
                act, once, "/listings/" + listing, deed, () -> sheet.show(listing, caller, visit, Optional.empty()));
    }
}
