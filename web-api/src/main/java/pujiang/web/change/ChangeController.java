package pujiang.web.change;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.change.ChangeFeed;
import pujiang.app.change.Changes;
import pujiang.app.paging.Paging;
import pujiang.app.request.Address;
import pujiang.app.security.Caller;
import pujiang.refusal.Numbers;
import pujiang.web.answer.Succeeds;
import pujiang.web.security.Requires;

/** The feed of changes. */
@RestController
class ChangeController {

    private static final String PATH = "/api/v1/changes";

    private final ChangeFeed feed;

    ChangeController(ChangeFeed feed) {
        this.feed = feed;
    }

    @Operation(
            operationId = "listChanges",
            summary = "List what has changed since a position",
            description =
                    "In the order in which it was stored; nothing is skipped. For those who keep a copy: read the thing"
                            + " at url, store position, and ask again from there. A page may be empty though more"
                            + " follow: more says whether to ask again at once. Staff see everything, a participant"
                            + " sees the things whose history it may read.")
    @Succeeds(next = true)
    @Requires("change:read")
    @GetMapping(PATH)
    ResponseEntity<Changes> changes(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "" + Paging.USUAL) int limit,
            Caller caller) {
        Numbers.check("after", after, 0, Numbers.LARGEST);
        Numbers.check("limit", limit, 1, Paging.MOST);
        var changes = feed.read(after, limit, caller);
        var next =
                Address.of(PATH).with("limit", String.valueOf(limit)).with("after", String.valueOf(changes.position()));
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
                .body(changes);
    }
}
