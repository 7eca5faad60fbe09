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
                    "In the order in which it was stored. Nothing is skipped. A client that keeps a copy reads the"
                        + " changed object at url, stores position, and later sends it as after. A page may be empty"
                        + " although more changes follow: then more is true, and Link names the next page. Staff see"
                        + " all changes, a participant those of objects whose history it may read.")
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
        var answer = ResponseEntity.ok();
        if (changes.more()) answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        return answer.body(changes);
    }
}
