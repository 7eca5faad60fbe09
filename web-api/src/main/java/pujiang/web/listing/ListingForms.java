package pujiang.web.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import pujiang.app.listing.Catalogue;
import pujiang.app.listing.ListingBoard;
import pujiang.app.listing.ListingView;
import pujiang.app.product.ProductView;
import pujiang.app.security.Caller;
import pujiang.web.page.Field;
import pujiang.web.page.Form;
import pujiang.web.page.PageRequest;
import pujiang.web.stop.StopForms;

/** Forms of a caller for a listing in its current state, and for its product. */
final class ListingForms {

    private ListingForms() {}

    static List<Form> of(ListingView listing, ProductView product, Caller caller, PageRequest visit) {
        var forms = listing(listing, caller, visit);
        if (!caller.may("product:suspend")) return forms;
        var address = ListingPageModel.address(listing);
        var stops = product.stops();
        if (StopForms.mayLift(stops, caller)) {
            forms.add(visit.form(ListingFormActions.RESUME_PRODUCT, address, StopForms.lifting(stops)));
        }
        if (StopForms.maySet(stops, caller)) {
            forms.add(visit.form(ListingFormActions.SUSPEND_PRODUCT, address, Field.area("reason")));
        }
        return forms;
    }

    private static List<Form> listing(ListingView listing, Caller caller, PageRequest visit) {
        var forms = new ArrayList<Form>();
        var address = ListingPageModel.address(listing);
        if (listing.state().equals(ListingBoard.HELD) && caller.may("review:decide")) {
            var decision = Objects.requireNonNull(listing.decision());
            forms.add(visit.form(
                    ListingFormActions.APPROVE,
                    address,
                    Field.hidden("decision", decision.digest()),
                    Field.area("ground"),
                    Field.line("evidence")));
            forms.add(visit.form(ListingFormActions.REJECT, address, Field.area("reason")));
        }
        if (!caller.may("listing:suspend") || !Catalogue.theirs(listing, caller)) return forms;
        var suspended = listing.state().equals(ListingBoard.SUSPENDED);
        var open = suspended || listing.published();
        if (StopForms.mayLift(listing.stops(), caller)) forms.add(visit.form(ListingFormActions.RESUME, address));
        if (open && StopForms.maySet(listing.stops(), caller)) {
            forms.add(visit.form(ListingFormActions.SUSPEND, address, Field.area("reason")));
        }
        if (open && caller.may("listing:withdraw"))
            forms.add(visit.form(ListingFormActions.WITHDRAW, address, Field.area("reason")));
        return forms;
    }
}
