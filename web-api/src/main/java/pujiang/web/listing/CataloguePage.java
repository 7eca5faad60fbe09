package pujiang.web.listing;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.listing.Catalogue;
import pujiang.app.listing.CatalogueEntry;
import pujiang.app.listing.ListingSearch;
import pujiang.app.paging.Paging;
import pujiang.app.security.Caller;
import pujiang.web.page.Badge;
import pujiang.web.page.PageController;
import pujiang.web.page.Visit;
import pujiang.web.security.Requires;

/** What is on offer; for vendors and the exchange's own people also what is not, or not yet. */
@PageController
class CataloguePage {

    private final Catalogue catalogue;

    CataloguePage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    record Row(CatalogueEntry entry, Badge badge) {}

    /** @param mine whether only the caller's own listings are wanted, in any state */
    @Requires("listing:read")
    @GetMapping("/catalogue")
    ModelAndView list(
            @RequestParam @Nullable String text,
            @RequestParam(defaultValue = "false") boolean mine,
            Paging paging,
            Caller caller,
            Visit visit) {
        var wanted = mine && caller.participant() != null
                ? new ListingSearch(null, caller.participant(), null, null)
                : ListingSearch.published();
        var page = catalogue.page(titled(wanted, text), paging, caller);
        var model = new HashMap<String, Object>();
        model.put(
                "rows",
                page.items().stream()
                        .map(entry -> new Row(entry, ListingSheet.badge(entry.listing())))
                        .toList());
        model.put("text", text == null ? "" : text);
        model.put("mine", mine);
        model.put("sells", caller.may("listing:publish"));
        model.put("continued", paging.after().isPresent());
        var next = visit.next(page.next());
        if (next != null) model.put("next", next);
        return visit.page("listing/catalogue", "/catalogue", model);
    }

    private static ListingSearch titled(ListingSearch wanted, @Nullable String text) {
        return text == null || text.isBlank() ? wanted : wanted.titled(text.strip());
    }
}
