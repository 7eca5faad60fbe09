package pujiang.web.recall;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.recall.RecallBoard;
import pujiang.app.recall.RecallView;
import pujiang.app.security.Caller;
import pujiang.web.page.PageRequest;
import pujiang.web.page.WorkQueue;

/** Plans that wait for an officer to confirm them. */
@Component
final class RecallQueue implements WorkQueue {

    private final RecallBoard board;

    RecallQueue(RecallBoard board) {
        this.board = board;
    }

    @Override
    public List<Queue> of(Caller caller, PageRequest visit) {
        if (!caller.may("obligation:read") || !caller.may("review:decide")) return List.of();
        var staged = board.in(RecallBoard.STAGED, MOST + 1).stream();
        return List.of(Queue.of(180, "recalls", staged.map(RecallQueue::item)));
    }

    private static Item item(RecallView recall) {
        var occurrence = recall.occurrence();
        return new Item(
                RecallPage.address(recall), occurrence.subject(), occurrence.reason(), RecallPage.badge(recall), null);
    }
}
