package pujiang.web.obligation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pujiang.app.obligation.ObligationBoard;
import pujiang.app.obligation.ObligationMoves;
import pujiang.app.obligation.ObligationView;
import pujiang.app.security.Caller;
import pujiang.web.page.Visit;
import pujiang.web.page.WorkQueue;

/** Obligations that are near or past, for whoever owes them, and proofs for an officer to look at. */
@Component
final class ObligationQueues implements WorkQueue {

    private final ObligationBoard board;
    private final ObligationMoves moves;
    private final ObligationWords words;

    ObligationQueues(ObligationBoard board, ObligationMoves moves, ObligationWords words) {
        this.board = board;
        this.moves = moves;
        this.words = words;
    }

    @Override
    public List<Queue> of(Caller caller, Visit visit) {
        var queues = new ArrayList<Queue>();
        if (caller.may("obligation:prove")) queues.add(owed(caller));
        if (caller.may("obligation:read") && caller.may("review:decide")) {
            queues.add(Queue.of(160, "proofs", items(board.proven(MOST + 1))));
        }
        return queues;
    }

    private Queue owed(Caller caller) {
        var owed = items(board.owed(caller.participant(), moves.soon(), MOST + 1));
        return caller.staff() ? Queue.of(150, "exchange-obligations", owed) : Queue.of(150, "obligations", owed);
    }

    private Stream<Item> items(List<ObligationView> obligations) {
        return obligations.stream()
                .map(obligation -> new Item(
                        ObligationWords.address(obligation),
                        words.title(obligation),
                        words.concern(obligation),
                        ObligationWords.badge(obligation),
                        obligation.deadline()));
    }
}
