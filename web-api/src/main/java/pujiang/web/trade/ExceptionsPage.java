package pujiang.web.trade;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.paging.Paging;
import pujiang.app.trade.ExceptionBoard;
import pujiang.app.trade.ExceptionView;
import pujiang.web.page.Badge;
import pujiang.web.page.Listed;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.product.DisplayNames;
import pujiang.web.security.Requires;

/** The exceptions whose last day has not passed, the first to end first. */
@PageController
class ExceptionsPage {

    private final ExceptionBoard board;
    private final DisplayNames displayNames;

    ExceptionsPage(ExceptionBoard board, DisplayNames displayNames) {
        this.board = board;
        this.displayNames = displayNames;
    }

    record Row(ExceptionView exception, String link, Badge badge, String buyer) {}

    record Model(Listed<Row> list) {}

    @Requires("review:decide")
    @GetMapping("/exceptions")
    ModelAndView list(Paging paging, PageRequest visit) {
        var after = paging.after().map(ExceptionBoard.Place::of);
        var page = paging.page(board.list(after, paging.rowsToRead()), ExceptionBoard.Place::of);
        var model = new Model(visit.listed(page, paging, this::row));
        return visit.page("trade/exceptions", "/exceptions", model);
    }

    private Row row(ExceptionView exception) {
        return new Row(
                exception,
                ExceptionPage.address(exception),
                TradeBadges.of(exception.state()),
                displayNames.of(exception.buyer()));
    }
}
