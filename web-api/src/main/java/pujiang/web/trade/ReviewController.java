package pujiang.web.trade;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.trade.ReviewBoard;
import pujiang.app.trade.ReviewView;
import pujiang.web.security.Requires;

/** The officers' queue. */
@RestController
@RequestMapping("/api/v1/reviews")
class ReviewController {

    private final ReviewBoard board;

    ReviewController(ReviewBoard board) {
        this.board = board;
    }

    @Operation(
            operationId = "listReviews",
            summary = "List reviews that await an officer",
            description = "Orders and deliveries. Escalated ones first, then by risk, then by deadline.")
    @Requires("review:decide")
    @GetMapping
    Page<ReviewView> list(Paging paging) {
        var after = paging.after().map(ReviewBoard.Place::of);
        return paging.page(board.list(after, paging.rowsToRead()), ReviewBoard.Place::of);
    }
}
