package pujiang.web.listing;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.board.Period;
import pujiang.app.listing.Catalogue;
import pujiang.app.listing.CatalogueEntry;
import pujiang.app.listing.ListingSearch;
import pujiang.app.paging.Paging;
import pujiang.app.security.Caller;
import pujiang.web.page.Badge;
import pujiang.web.page.Listed;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.security.Requires;

/** The published listings; for vendors and exchange staff also the others. */
@PageController
class CataloguePage {

    private final Catalogue catalogue;

    CataloguePage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    record Row(CatalogueEntry entry, Badge badge) {}

    /**
     * @param text that is looked for in titles
     * @param sells whether the reader may have listings of its own
     */
    record Model(Listed<Row> list, String text, boolean mine, boolean sells) {}

    /** @param mine whether only the caller's own listings are wanted, in any state */
    @Requires("listing:read")
    @GetMapping("/catalogue")
    ModelAndView list(
            @RequestParam @Nullable String text,
            @RequestParam(defaultValue = "false") boolean mine,
            Paging paging,
            Caller caller,
            PageRequest visit) {
        var wanted = mine && caller.participant() != null
                ? new ListingSearch(null, caller.participant(), null, null, Period.ALWAYS)
                : ListingSearch.published();
        var page = catalogue.page(titled(wanted, text), paging, caller);
        var rows = visit.listed(page, paging, entry -> new Row(entry, ListingPageModel.badge(entry.listing())));
        var model = new Model(rows, text == null ? "" : text, mine, caller.may("listing:publish"));
        return visit.page("listing/catalogue", "/catalogue", model);
    }

    private static ListingSearch titled(ListingSearch wanted, @Nullable String text) {
        return text == null || text.isBlank() ? wanted : wanted.titled(text.strip());
    }
}
