package pujiang.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.app.obligation.ObligationBoard;
import pujiang.app.obligation.ObligationMoves;
import pujiang.app.obligation.ObligationView;
import pujiang.app.recall.RecallBoard;
import pujiang.app.recall.RecallView;
import pujiang.app.security.Caller;
import pujiang.app.watch.OpenAnswer;
import pujiang.app.watch.WatchBoard;
import pujiang.web.page.Waiting.Item;
import pujiang.web.page.Waiting.Queue;

/**
 * What waits for a caller after trades: obligations that are near or past, proofs to look at, what the law has left open,
 * plans to confirm.
 */
@Component
class ObligationQueues {

    private final ObligationBoard board;
    private final ObligationMoves moves;
    private final ObligationWords words;
    private final RecallBoard recalls;
    private final WatchBoard watch;
    private final Names names;

    ObligationQueues(
            ObligationBoard board,
            ObligationMoves moves,
            ObligationWords words,
            RecallBoard recalls,
            WatchBoard watch,
            Names names) {
        this.board = board;
        this.moves = moves;
        this.words = words;
        this.recalls = recalls;
        this.watch = watch;
        this.names = names;
    }

    List<Queue> of(Caller caller) {
        var queues = new ArrayList<Queue>();
        if (caller.may("obligation:prove")) {
            var owed = board.owed(caller.participant(), moves.soon(), Waiting.MOST + 1);
            queues.add(
                    caller.staff()
                            ? Queue.of("exchange-obligations", owed.stream().map(this::item))
                            : Queue.of("obligations", owed.stream().map(this::item)));
        }
        if (caller.may("obligation:read") && caller.may("review:decide")) {
            queues.add(
                    Queue.of("proofs", board.proven(Waiting.MOST + 1).stream().map(this::item)));
            queues.add(Queue.of(
                    "afterwards",
                    watch.list(Optional.empty(), Waiting.MOST + 1).stream().map(this::item)));
            queues.add(Queue.of(
                    "recalls",
                    recalls.in(RecallBoard.STAGED, Waiting.MOST + 1).stream().map(ObligationQueues::plan)));
        }
        return queues;
    }

    private static Item plan(RecallView recall) {
        return new Item(
                RecallPage.address(recall),
                recall.occurrence().subject(),
                recall.occurrence().reason(),
                Badge.state(recall.state()),
                null,
                List.of());
    }

    /** The law names no day by which somebody must have looked. */
    private Item item(OpenAnswer open) {
        return new Item(
                "/trades/" + open.trade(),
                names.of(open.product()),
                names.of(open.vendor()) + " → " + names.of(open.buyer()),
                Badge.of(open.decision().decision()),
                null,
                List.of());
    }

    private Item item(ObligationView obligation) {
        return new Item(
                ObligationWords.address(obligation),
                words.title(obligation),
                words.concern(obligation),
                Badge.state(obligation.state()),
                obligation.deadline(),
                List.of());
    }
}
