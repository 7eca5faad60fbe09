package pujiang.web.obligation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.obligation.ObligationBoard;
import pujiang.app.obligation.ObligationSearch;
import pujiang.app.obligation.ObligationUseCases;
import pujiang.app.paging.Paging;
import pujiang.app.parked.ParkedEventBoard;
import pujiang.app.security.Caller;
import pujiang.trade.TradeId;
import pujiang.web.page.Listed;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.page.StateFilter;
import pujiang.web.security.Requires;

/** The caller's obligations; all obligations for exchange staff. */
@PageController
class ObligationsPage {

    private final ObligationBoard board;
    private final ObligationUseCases useCases;
    private final ObligationLabels words;
    private final ParkedEventBoard parked;

    ObligationsPage(
            ObligationBoard board, ObligationUseCases useCases, ObligationLabels words, ParkedEventBoard parked) {
        this.board = board;
        this.useCases = useCases;
        this.words = words;
        this.parked = parked;
    }

    /** @param incomplete trades of which events wait, so that obligations may be missing */
    record Model(Listed<ObligationLabels.Row> list, StateFilter filter, List<TradeId> incomplete) {}

    @Requires("obligation:read")
    @GetMapping("/obligations")
    ModelAndView list(@RequestParam @Nullable String state, Paging paging, Caller caller, PageRequest visit) {
        var chosen = state == null || state.isEmpty() ? null : state;
        var search = new ObligationSearch(caller.participant(), chosen);
        var after = paging.after().map(ObligationSearch.Place::of);
        var rows = board.list(search, useCases.soon(), after, paging.rowsToRead());
        var page = paging.page(rows, ObligationSearch.Place::of);
        var model = new Model(
                visit.listed(page, paging, words::row),
                StateFilter.of(ObligationSearch.STATES, chosen),
                parked.trades(caller.participant()));
        return visit.page("obligation/obligations", "/obligations", model);
    }
}
