package pujiang.web.watch;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.app.watch.OpenFinding;
import pujiang.app.watch.WatchBoard;
import pujiang.web.decision.DecisionBadges;
import pujiang.web.page.PageRequest;
import pujiang.web.page.WorkQueue;
import pujiang.web.product.DisplayNames;

/** Open post-trade findings for an officer. */
@Component
final class WatchQueue implements WorkQueue {

    private final WatchBoard board;
    private final DisplayNames displayNames;

    WatchQueue(WatchBoard board, DisplayNames displayNames) {
        this.board = board;
        this.displayNames = displayNames;
    }

    @Override
    public List<Queue> of(Caller caller, PageRequest visit) {
        if (!caller.may("obligation:read") || !caller.may("review:decide")) return List.of();
        var open = board.list(Optional.empty(), MOST + 1).stream();
        return List.of(Queue.of(170, "afterwards", open.map(this::item)));
    }

    /** The law names no day by which somebody must have looked. */
    private Item item(OpenFinding open) {
        return new Item(
                "/trades/" + open.trade(),
                displayNames.of(open.product()),
                displayNames.of(open.vendor()) + " → " + displayNames.of(open.buyer()),
                DecisionBadges.of(open.decision().decision()),
                null);
    }
}
