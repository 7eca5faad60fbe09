package pujiang.web.trade;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.web.paging.Page;
import pujiang.web.paging.Paging;
import pujiang.web.security.Requires;

/** What officers have granted beyond one decision. */
@RestController
@RequestMapping("/api/v1/exceptions")
class ExceptionController {

    private final ExceptionBoard board;

    ExceptionController(ExceptionBoard board) {
        this.board = board;
    }

    /** Exceptions in force, the first to end first. */
    @Requires("review:decide")
    @GetMapping
    ResponseEntity<Page<ExceptionView>> list(Paging paging) {
        var after = paging.after().map(ExceptionBoard.Place::of);
        return paging.page(board.list(after, paging.rowsToRead()), ExceptionBoard.Place::of);
    }
}
