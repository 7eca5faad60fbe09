package pujiang.web.security;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.board.Period;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.security.Access;
import pujiang.app.security.AccessBoard;

/** The access log. */
@RestController
@RequestMapping("/api/v1/access-log")
class AccessLogController {

    private final AccessBoard board;

    AccessLogController(AccessBoard board) {
        this.board = board;
    }

    @Operation(
            operationId = "listAccesses",
            summary = "List accesses to the exchange",
            description =
                    "The newest first: sign-ins, refused requests, and reads of personal data or of a trade. Entries"
                            + " are kept for pujiang.exchange.log-retention-months, at least six months. A new entry is"
                            + " visible after about one second. Reading this list is logged too.")
    @Requires("access:read")
    @GetMapping
    Page<Access> list(
            @RequestParam(required = false) @Nullable String username,
            @RequestParam(required = false) Access.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            Paging paging) {
        var after = paging.after().map(Access.Place::of);
        return paging.page(
                board.list(username, kind, new Period(since, until), after, paging.rowsToRead()), Access.Place::of);
    }
}
