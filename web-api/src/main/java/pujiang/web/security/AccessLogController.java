package pujiang.web.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.security.Access;
import pujiang.app.security.AccessBoard;

/** Who came to what. */
@Tag(name = "users", description = "用户")
@RestController
@RequestMapping("/api/v1/access-log")
class AccessLogController {

    private final AccessBoard board;

    AccessLogController(AccessBoard board) {
        this.board = board;
    }

    @Operation(
            summary = "Who has signed in, was refused, or has read what is personal or somebody's trade; newest first",
            description = "Kept for pujiang.exchange.log-retention-months, six at least. What somebody has just done"
                    + " stands here after a second. Reading this is kept as well.")
    @Requires("access:read")
    @GetMapping
    Page<Access> list(
            @RequestParam(required = false) @Nullable String username,
            @RequestParam(required = false) Access.@Nullable Kind kind,
            Paging paging) {
        var after = paging.after().map(Access.Place::of);
        return paging.page(board.list(username, kind, after, paging.rowsToRead()), Access.Place::of);
    }
}
