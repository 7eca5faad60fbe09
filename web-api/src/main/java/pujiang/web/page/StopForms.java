package pujiang.web.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import pujiang.app.listing.ListingView;
import pujiang.app.product.ProductView;
import pujiang.app.security.Caller;
import pujiang.app.stop.Parts;
import pujiang.stop.Author;
import pujiang.stop.Stop;

/** Which stops a caller may set and lift, and so which forms a page has. */
final class StopForms {

    private StopForms() {}

    /** Whether one of them is of the caller's kind. The law's own is asked for by whoever may lift anything there. */
    static boolean mayLift(Collection<Stop> stops, Caller caller) {
        var parts = Parts.of(caller);
        var liftable =
                stops.stream().filter(stop -> stop.ground().isLiftedBy(parts)).toList();
        return !liftable.isEmpty()
                && (liftable.size() == stops.size() || liftable.stream().anyMatch(stop -> stop.author() != Author.LAW));
    }

    /** Whether the caller has not set one already. */
    static boolean maySet(Collection<Stop> stops, Caller caller) {
        var parts = Parts.of(caller);
        return stops.stream().noneMatch(stop -> parts.contains(stop.author()));
    }

    /** With what may be done to the product that is on offer. */
    static List<Form> and(List<Form> forms, ListingView listing, ProductView product, Caller caller, Visit visit) {
        if (!caller.may("product:suspend")) return forms;
        var all = new ArrayList<>(forms);
        var address = ListingSheet.address(listing);
        if (mayLift(product.stops(), caller))
            all.add(visit.form(Act.RESUME_PRODUCT, address, lifting(product.stops())));
        if (maySet(product.stops(), caller)) all.add(visit.form(Act.SUSPEND_PRODUCT, address, Field.area("reason")));
        return all;
    }

    /** Asks for the paper only where a ground asks for one. */
    static Field[] lifting(Collection<Stop> stops) {
        var papers = stops.stream().anyMatch(stop -> stop.ground().asksForPapers());
        return papers
                ? new Field[] {Field.area("reason"), Field.line("assessment")}
                : new Field[] {Field.area("reason")};
    }
}
