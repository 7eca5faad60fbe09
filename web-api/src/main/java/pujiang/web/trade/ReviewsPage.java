package pujiang.web.trade;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.paging.Paging;
import pujiang.app.security.Caller;
import pujiang.app.trade.ReviewBoard;
import pujiang.app.trade.ReviewView;
import pujiang.web.page.Badge;
import pujiang.web.page.Form;
import pujiang.web.page.Listed;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.product.DisplayNames;
import pujiang.web.security.Requires;

/** The officers' queue: what is escalated first, then by risk, then by deadline. */
@PageController
class ReviewsPage {

    private final ReviewBoard board;
    private final DisplayNames displayNames;

    ReviewsPage(ReviewBoard board, DisplayNames displayNames) {
        this.board = board;
        this.displayNames = displayNames;
    }

    /** @param moves what can be done without words: take it on, or give it back */
    record Row(ReviewView review, Badge risk, String title, String parties, List<Form> moves) {}

    record Model(Listed<Row> list) {}

    @Requires("review:decide")
    @GetMapping("/reviews")
    ModelAndView list(Paging paging, Caller caller, PageRequest visit) {
        var after = paging.after().map(ReviewBoard.Place::of);
        var page = paging.page(board.list(after, paging.rowsToRead()), ReviewBoard.Place::of);
        var model = new Model(visit.listed(page, paging, review -> row(review, caller, visit)));
        return visit.page("trade/reviews", "/reviews", model);
    }

    private Row row(ReviewView review, Caller caller, PageRequest visit) {
        return new Row(
                review,
                TradeBadges.of(review.risk()),
                displayNames.of(review.product()),
                displayNames.of(review.vendor()) + " → " + displayNames.of(review.buyer()),
                ReviewForms.claim(review, caller, visit));
    }
}
