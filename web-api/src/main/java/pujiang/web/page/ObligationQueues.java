package pujiang.web.page;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.web.obligation.ObligationBoard;
import pujiang.web.obligation.ObligationMoves;
import pujiang.web.obligation.ObligationView;
import pujiang.web.page.Waiting.Item;
import pujiang.web.page.Waiting.Queue;
import pujiang.web.security.Caller;

/** Of the obligations what waits for a caller: the bearer's that are near or past, an officer's proofs to look at. */
@Component
class ObligationQueues {

    private final ObligationBoard board;
    private final ObligationMoves moves;
    private final ObligationWords words;

    ObligationQueues(ObligationBoard board, ObligationMoves moves, ObligationWords words) {
        this.board = board;
        this.moves = moves;
        this.words = words;
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
        }
        return queues;
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
