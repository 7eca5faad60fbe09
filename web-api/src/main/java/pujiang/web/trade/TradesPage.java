package pujiang.web.trade;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.paging.Paging;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeBoard;
import pujiang.app.trade.TradeSearch;
import pujiang.app.trade.TradeView;
import pujiang.trade.TradeStatus;
import pujiang.web.page.Badge;
import pujiang.web.page.Listed;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.page.StateFilter;
import pujiang.web.product.DisplayNames;
import pujiang.web.security.Requires;

/** The caller's trades; all trades for exchange staff. */
@PageController
class TradesPage {

    private final TradeBoard board;
    private final DisplayNames displayNames;

    TradesPage(TradeBoard board, DisplayNames displayNames) {
        this.board = board;
        this.displayNames = displayNames;
    }

    record Row(TradeView trade, Badge badge, String title, String vendor, String buyer) {}

    record Model(Listed<Row> list, StateFilter filter) {}

    @Requires("trade:read")
    @GetMapping("/trades")
    ModelAndView list(@RequestParam @Nullable String state, Paging paging, Caller caller, PageRequest visit) {
        var chosen = state == null || state.isEmpty() ? null : state;
        var search = TradeSearch.of(caller.participant(), chosen);
        var after = paging.after().map(TradeSearch.Place::of);
        var page = paging.page(board.list(search, after, paging.rowsToRead()), TradeSearch.Place::of);
        var model = new Model(visit.listed(page, paging, this::row), StateFilter.of(TradeStatus.WORDS, chosen));
        return visit.page("trade/trades", "/trades", model);
    }

    private Row row(TradeView trade) {
        var agreement = trade.agreement();
        return new Row(
                trade,
                TradeBadges.of(trade),
                displayNames.of(agreement.product()),
                displayNames.of(agreement.vendor()),
                displayNames.of(agreement.buyer()));
    }
}
